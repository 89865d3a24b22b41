import { resolvePath } from '../../../detectors/support/paths.ts';

/** A path that a program complained about. */
export interface Complaint {
  /** Absolute. */
  path: string;
  line: string;
}

const complaints = {
  missing:
    /no such file|directory nonexistent|does not exist|failed to open stream|unable to access|can't cd to|can't open|can't locate \/|cannot load such file -- \/|cannot find module '\//i,
  denied: /permission denied|EACCES|keine berechtigung/i,
  readOnly: /read-only file system|EROFS/i,
} as const;

/** What the kernel makes up is in every container as it is. */
const ofTheKernel = /^\/(?:proc|sys|dev)(?:\/|$)/;

export type ComplaintKind = keyof typeof complaints;

/**
 * The paths about which a log complains, each once, in the log's order. Relative ones are taken from the working
 * directory. Libraries that the loader misses are another symptom.
 */
export function pathsInLog(text: string, kind: ComplaintKind, workingDirectory: string): Complaint[] {
  const lines = text.split('\n');
  const found = lines.flatMap((line, index): Complaint[] => {
    const phrase = complaints[kind].exec(line);
    if (phrase === null || /shared (?:object|librar)/i.test(line)) return [];
    const path = pathAround(line, phrase.index) ?? pathAround(lines[index - 1] ?? '', Number.POSITIVE_INFINITY);
    if (path === undefined || path === '') return [];
    return [
      { path: resolvePath(workingDirectory === '' ? '/' : workingDirectory, path), line: line.trim().slice(0, 300) },
    ];
  });
  const paths = found.filter(({ path }) => !ofTheKernel.test(path));
  return [...new Map(paths.reverse().map((one) => [one.path, one])).values()].reverse();
}

/** Quoted paths come first, the last before the phrase rather than the first after it; then bare absolute ones. */
function pathAround(line: string, phrase: number): string | undefined {
  for (const find of [quotedPaths, absolutePaths]) {
    const paths = find(line);
    const chosen = paths.filter((one) => one.at < phrase).at(-1) ?? paths[0];
    if (chosen !== undefined) return chosen.path;
  }
  return undefined;
}

function quotedPaths(line: string): { path: string; at: number }[] {
  const quoted = line.matchAll(/"([^"]*)"|(?<!\w)'([^']*)'|‘([^’]*)’|`([^`']*)['`]|\(([^\s()"']+)\):/g);
  return Array.from(quoted, (match) => ({
    text: match.slice(1).find((one) => one !== undefined) ?? '',
    at: match.index,
  }))
    .map(({ text, at }) => ({ path: innerPath(text), at }))
    .filter(({ path }) => path !== '');
}

/** A path alone, or the quoted or bare one in a quoted directive (`dir "/var/lib/redis"`). Empty where there is none. */
function innerPath(text: string): string {
  if (/^[^\s:]*[/.][^\s:]*$/.test(text) && !/^\d+(?:\.\d+)*$/.test(text)) return text;
  return absolutePaths(text)[0]?.path ?? '';
}

function absolutePaths(line: string): { path: string; at: number }[] {
  const bare = line.matchAll(/(?<![\w/.:<-])(\/[\w.@+%~/-]*[\w@+%~/-])/g);
  return Array.from(bare, (match) => ({ path: match[1] ?? '', at: match.index }));
}
