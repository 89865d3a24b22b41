import { implement } from '@orpc/server';
import { stringify } from 'yaml';
import { contract } from '../../../shared/contract/contract.ts';
import { SlipwayError } from '../../../shared/errors.ts';
import type { FileContent, ProjectFile } from '../../../shared/model/project-file.ts';
import { passGate } from '../pass-gate.ts';
import { recorded } from '../recorded.ts';
import type { FakeFile, World } from '../world.ts';
import { asEdited } from './edited-files.ts';

const os = implement(contract).files;

export function fileHandlers(world: World) {
  for (const { text: kept, ...file } of recorded.files) {
    // The recorded plan stands in a file of its own already.
    const text = kept ?? (file.path === 'slipway.yaml' ? stringify(recorded.plan) : undefined);
    const content = text === undefined ? undefined : { path: file.path, text, version: version(text), generated: text };
    world.files.set(file.path, { ...file, state: 'generated', content });
  }
  if (world.options.edited) for (const file of asEdited(world.files, withText)) world.files.set(file.path, file);
  return {
    list: os.list.handler(async () => {
      await passGate(world);
      return [...world.files.values()].map(listed);
    }),
    read: os.read.handler(({ input }) => contentOf(world, input.path)),
    write: os.write.handler(({ input: { path, text, version: read } }) => {
      const before = contentOf(world, path);
      if (before.version !== read) throw new SlipwayError('file.changed', `${path} changed in the meantime.`);
      return put(world, path, text, before.generated);
    }),
    revert: os.revert.handler(({ input: { path } }) => {
      const { generated, text } = contentOf(world, path);
      return put(world, path, generated ?? text, generated);
    }),
    create: os.create.handler(({ input: { path, text } }) => put(world, path, text, undefined)),
    remove: os.remove.handler(({ input }) => void world.files.delete(input.path)),
    search: os.search.handler(({ input: { query } }) => ({ matches: search(world, query), truncated: false })),
  };
}

function listed({ content: _content, ...file }: FakeFile): ProjectFile {
  return file;
}

function contentOf(world: World, path: string): FileContent {
  const content = world.files.get(path)?.content;
  if (content === undefined) throw new SlipwayError('file.denied', `${path} cannot be shown.`);
  return content;
}

function withText(file: FakeFile, text: string): FakeFile {
  if (file.content === undefined) return file;
  return { ...file, sizeBytes: text.length, content: { ...file.content, text, version: version(text) } };
}

function put(world: World, path: string, text: string, generated: string | undefined): FileContent {
  const content = { path, text, version: version(text), ...(generated === undefined ? {} : { generated }) };
  const changed = /^<{7} edited$/m.test(text) ? 'conflict' : 'edited';
  const state = generated === undefined ? 'own' : generated === text ? 'generated' : changed;
  world.files.set(path, { path, sizeBytes: text.length, kind: 'text', state, content });
  return content;
}

function search(world: World, query: string) {
  return [...world.files.values()].flatMap(({ path, content }) =>
    (content?.text.split('\n') ?? []).flatMap((text, index) => {
      const column = text.indexOf(query);
      return column < 0 ? [] : [{ path, line: index + 1, column: column + 1, length: query.length, text }];
    }),
  );
}

/** Enough of a hash to tell two texts apart. */
function version(text: string): string {
  let sum = 0;
  for (const letter of text) sum = (sum * 31 + (letter.codePointAt(0) ?? 0)) % 0x7fff_ffff;
  return sum.toString(16);
}
