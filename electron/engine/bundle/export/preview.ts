import { join, resolve } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { SlipwayError } from '../../../../shared/errors.ts';
import type { ExportPreview } from '../../../../shared/model/project-file.ts';
import { sentence } from '../../../../shared/text/sentence.ts';
import { readIfThere } from '../../disk/if-there.ts';
import { SECRETS_MANIFEST } from '../layout.ts';
import { requirePlan } from '../read-bundle.ts';
import { readRepository } from './repository.ts';
import { sortFiles } from './sort-files.ts';

/** The part of `secrets.manifest.yaml` that a colleague needs. */
const manifestSchema = z.object({
  secrets: z
    .array(
      z.object({
        name: z.string(),
        workload: z.string(),
        file: z.string(),
        variable: z.string().optional(),
        path: z.string().optional(),
      }),
    )
    .nullish(),
});

/** What an export would do. Changes nothing, neither here nor anywhere else. */
export async function previewExport({ directory }: { directory: string }): Promise<ExportPreview> {
  const root = resolve(directory);
  await requirePlan(root);
  const { branch, remotes, tracked, changed } = await readRepository(root);
  const files = await sortFiles(root, tracked);
  const added = files.filter(({ path, place }) => (place === 'git' || place === 'lfs') && !tracked.has(path));
  return {
    files,
    secrets: await readSecrets(root),
    branch,
    remotes,
    changed: [...new Set([...changed, ...added.map(({ path }) => path)])].sort(),
  };
}

async function readSecrets(root: string): Promise<ExportPreview['secrets']> {
  const text = (await readIfThere(join(root, SECRETS_MANIFEST))) ?? '';
  try {
    const { secrets } = manifestSchema.parse(parse(text) ?? {});
    return (secrets ?? []).map(({ name, workload, file, variable, path }) => ({
      name,
      workload,
      goes: variable === undefined ? `${file} → ${path ?? ''}` : `${file}: ${variable}`,
    }));
  } catch (cause) {
    throw new SlipwayError('bundle.invalid', sentence`${SECRETS_MANIFEST} is not a list of secrets.`, {
      hint: sentence`Correct it in the editor, or let Slipway write it anew.`,
      cause,
    });
  }
}
