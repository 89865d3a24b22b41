import { cutDeleted } from './descriptors.ts';

/** Mapped files by pid, out of the numbered paths that the probe prints once each. */
export function readMaps(lines: readonly string[]): Map<number, string[]> {
  const paths = new Map<string, string>();
  const byPid = new Map<number, string[]>();
  for (const line of lines) {
    const [, number, path] = /^path (\d+) (\/.*)$/.exec(line) ?? [];
    if (number !== undefined && path !== undefined) {
      paths.set(number, unescapeOctal(cutDeleted(path).path));
      continue;
    }
    const [, pid, index] = /^(\d+) (\d+)$/.exec(line) ?? [];
    const mapped = paths.get(index ?? '');
    if (pid === undefined || mapped === undefined || !isFile(mapped)) continue;
    byPid.set(Number(pid), [...(byPid.get(Number(pid)) ?? []), mapped]);
  }
  return byPid;
}

function isFile(path: string): boolean {
  return !/^\/(dev|proc|SYSV|memfd:|anon_hugepage|\[)/.test(path);
}

/** The kernel writes a newline in a path as `\012`. */
export function unescapeOctal(text: string): string {
  return text.replace(/\\([0-7]{3})/g, (_, octal: string) => String.fromCharCode(Number.parseInt(octal, 8)));
}
