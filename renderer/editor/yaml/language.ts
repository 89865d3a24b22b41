import composeSchema from 'dclint/schemas/compose.schema.json';
import i18next from 'i18next';
import { configureMonacoYaml, type JSONSchema } from 'monaco-yaml';
import { z } from 'zod';
import { planSchema } from '../../../shared/model/plan.ts';
import { createSyncedWorker } from '../create-worker.ts';
import type { Monaco } from '../monaco-api.ts';
import YamlWorker from './yaml.worker.ts?worker';

const composeFiles = ['compose.yaml', 'compose.yml', 'compose.*.yaml', 'docker-compose.yaml', 'docker-compose.yml'];

/** YAML with the schemas of Compose and of Slipway's own plan; no schema is ever fetched. */
export function registerYaml(monaco: Monaco): void {
  configureMonacoYaml(withOwnWorker(monaco), {
    enableSchemaRequest: false,
    // Compose merges by YAML 1.2; the plan is written by it.
    yamlVersion: '1.2',
    format: { enable: true, printWidth: 120, singleQuote: false },
    schemas: [
      {
        uri: 'slipway://schema/compose.json',
        fileMatch: composeFiles.map((name) => `**/${name}`),
        schema: composeSchema,
      },
      { uri: 'slipway://schema/plan.json', fileMatch: ['**/slipway.yaml'], schema: planJsonSchema() },
    ],
  });
}

/** The plan's schema in the dialect that the language server reads. */
function planJsonSchema(): JSONSchema {
  return z.toJSONSchema(planSchema, { target: 'draft-7', io: 'input' }) as JSONSchema; // its own, wider type
}

/** monaco-yaml still creates its worker by the name of a module, which Monaco no longer knows. */
function withOwnWorker(monaco: Monaco) {
  const createWebWorker = ({ createData }: { createData?: unknown }) =>
    createSyncedWorker(monaco, { create: () => new YamlWorker({ name: i18next.language }), createData });
  return { ...monaco, editor: { ...monaco.editor, createWebWorker } } as never; // types of an older Monaco
}
