/** Where a program without a path is looked for when the workload does not say. */
const usualPath = ['/usr/local/sbin', '/usr/local/bin', '/usr/sbin', '/usr/bin', '/sbin', '/bin'];

/** Candidate paths of the interpreter of a script, each alternative of one program; empty where it has none. */
export function interpretersOf(head: Buffer, path: string | undefined): string[][] {
  const line = /^#![ \t]*(\/[^\s]+)(?:[ \t]+(.*))?/.exec(head.toString('latin1').split('\n', 1)[0] ?? '');
  const program = line?.[1];
  if (program === undefined) return [];
  if (!program.endsWith('/env')) return [[program]];
  const name = (line?.[2] ?? '')
    .split(/\s+/)
    .find((word) => word !== '' && !word.startsWith('-') && !word.includes('='));
  if (name === undefined || !/^[\w.+-]+$/.test(name)) return [[program]];
  const directories = path?.split(':').filter((directory) => directory.startsWith('/')) ?? usualPath;
  return [[program], directories.map((directory) => `${directory}/${name}`)];
}
