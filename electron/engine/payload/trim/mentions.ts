import { open } from 'node:fs/promises';
import type { NameRule } from './name-rule.ts';
import { addLibraryNames, type NamedLibraries } from './named-libraries.ts';

/** Larger files hold data, which names nothing to open: programs and libraries, and texts. */
const maxBytes = 64 * 1024 * 1024;
const maxTextBytes = 1024 * 1024;
const chunkBytes = 1024 * 1024;
/** Longer than any name with the call around it, so that none is cut in two at a chunk's end. */
const overlap = 256;

/** What a file mentions by name. */
export interface Mentions {
  libraries: NamedLibraries;
  rules: Set<NameRule>;
}

/**
 * Looks through a file of this machine for names of libraries, as programs open them while they run, and of rules.
 * `isOwn`: the file is the application's own, no package's.
 */
export async function mentionsIn(
  local: string,
  size: number,
  rules: Iterable<NameRule>,
  isOwn: boolean,
): Promise<Mentions> {
  const found: Mentions = { libraries: { files: new Set(), bare: new Set() }, rules: new Set() };
  let namesLibraries: boolean | undefined;
  for await (const text of textOf(local, size)) {
    // Libraries are named in programs; in a long text, such names are what it is about.
    namesLibraries ??= size <= maxTextBytes || text.startsWith('\x7fELF');
    if (namesLibraries) addLibraryNames(text, found.libraries);
    for (const rule of rules) if (!found.rules.has(rule) && isNamedIn(text, rule, isOwn)) found.rules.add(rule);
  }
  return found;
}

function isNamedIn(text: string, { names, ownNames }: NameRule, isOwn: boolean): boolean {
  return names.test(text) || (isOwn && ownNames?.test(text) === true);
}

/** A file's bytes as Latin-1, in pieces that overlap; nothing of one that is too large. */
async function* textOf(local: string, size: number): AsyncGenerator<string> {
  if (size > maxBytes) return;
  const file = await open(local, 'r');
  try {
    const buffer = Buffer.alloc(Math.min(chunkBytes, size + 1) + overlap);
    for (let offset = 0; ; offset += chunkBytes) {
      const { bytesRead } = await file.read(buffer, 0, buffer.length, offset);
      yield buffer.toString('latin1', 0, bytesRead);
      if (bytesRead < buffer.length) return;
    }
  } finally {
    await file.close();
  }
}
