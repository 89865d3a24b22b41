import { open } from 'node:fs/promises';
import { sentence } from '../../../../shared/text/sentence.ts';
import type { Chosen } from '../select/choose.ts';
import { readElf } from './elf.ts';
import { candidates, isDefaultDirectory } from './libraries.ts';
import type { LoaderCache } from './loader-cache.ts';
import { interpretersOf } from './shebang.ts';

/** Something that a file of the payload needs in order to run: the first of `candidates` that exists. */
export interface Need {
  candidates: string[];
  reason: string;
  neededBy: string;
  /** Set for a library: reported as missing where nothing provides it. */
  soname?: string;
}

export interface NeedsContext {
  cache: LoaderCache;
  /** LD_LIBRARY_PATH of the workload, split. */
  libraryPath: string[];
  /** PATH of the workload. */
  path: string | undefined;
  /** Scripts of packages bring no interpreter: most are helpers that never run, and the package would depend on it. */
  owned(path: string): boolean;
}

/** What one fetched file needs. `local` is its content on this machine. */
export async function needsOf(chosen: Chosen, local: string, context: NeedsContext): Promise<Need[]> {
  const file = await open(local, 'r');
  try {
    const readAt = async (offset: number, length: number): Promise<Buffer> => {
      const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, offset);
      return buffer.subarray(0, bytesRead);
    };
    const elf = await readElf(readAt);
    if (elf !== undefined) return elfNeeds(chosen, elf, context);
    const executable = (chosen.entry.mode & 0o111) !== 0;
    if (!executable || context.owned(chosen.path)) return [];
    return interpretersOf(await readAt(0, 256), context.path).map((paths) => ({
      candidates: paths,
      reason: sentence`interpreter of ${chosen.path}`,
      neededBy: chosen.path,
    }));
  } finally {
    await file.close();
  }
}

function elfNeeds(
  chosen: Chosen,
  elf: NonNullable<Awaited<ReturnType<typeof readElf>>>,
  context: NeedsContext,
): Need[] {
  const libraries = elf.needed.map((soname) => ({
    candidates: candidates(soname, chosen.source, elf, context.cache, context.libraryPath),
    reason: sentence`${soname} needed by ${chosen.path} (DT_NEEDED)`,
    neededBy: chosen.path,
    soname,
  }));
  if (elf.interpreter === undefined || !elf.interpreter.startsWith('/')) return libraries;
  const reason = sentence`dynamic loader of ${chosen.path} (PT_INTERP)`;
  return [{ candidates: [elf.interpreter], reason, neededBy: chosen.path }, ...libraries];
}

/** Whether the loader finds a library only through /etc/ld.so.cache. */
export function needsLoaderCache(soname: string, provided: string, need: Need, cache: LoaderCache): boolean {
  const cached = cache.get(soname)?.some(({ path }) => need.candidates.includes(path)) ?? false;
  return cached && !isDefaultDirectory(provided);
}
