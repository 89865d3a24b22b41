import { isWithin, resolvePath } from './paths.ts';
import { isPlainPath } from './plain-text.ts';

export interface ArgumentPath {
  /** Absolute. */
  path: string;
  /** As it stands in the argument. */
  written: string;
  /** Absolute, or with a slash in it, or like a file name: how likely it is one. */
  certain: boolean;
}

const notFiles = ['/proc', '/sys', '/dev'];

/**
 * Paths in an argument vector: `/etc/x.conf`, `--config=conf/x.conf`, `-c x.conf`, `-I/usr/include`, `file:///x`.
 * Relative ones are resolved against the working directory, which is what the program did.
 */
export function pathsInArguments(argv: string[], workingDirectory: string): ArgumentPath[] {
  return argv.slice(1).flatMap((argument) => {
    const written = candidateIn(argument);
    if (written === undefined) return [];
    const path = resolvePath(workingDirectory, written);
    if (path === '/' || !isPlainPath(path) || notFiles.some((directory) => isWithin(path, directory))) return [];
    return [{ path, written, certain: written.startsWith('/') }];
  });
}

function candidateIn(argument: string): string | undefined {
  const value =
    argument.match(/^--?[\w.-]+[=:](.+)$/)?.[1] ??
    argument.match(/^[A-Za-z][\w.-]*=(\/.+)$/)?.[1] ??
    argument.match(/^-[A-Za-z](\/.+)$/)?.[1] ??
    argument;
  const text = value.replace(/^(file:\/\/|unix:(\/\/)?)/, '');
  if (text.startsWith('-') || /\s|:\/\/|[;|&<>`$*]/.test(text) || text.length > 1024) return undefined;
  if (text.startsWith('/') || text.includes('/')) return text;
  return /^[\w-][\w.-]*\.[A-Za-z]\w{0,9}$/.test(text) && !/^\d+(\.\d+)+$/.test(text) ? text : undefined;
}
