import { readFile } from 'node:fs/promises';
import { mustRun } from '../../scripts/machine/run.ts';
import type { RunningServer } from '../lab/start-server.ts';
import { sshArguments } from '../lab/tunnel.ts';

/** Everything that makes up a server, one line a thing. */
export async function fingerprint(server: RunningServer): Promise<string[]> {
  const script = await readFile(new URL('fingerprint.sh', import.meta.url));
  const told = await mustRun('ssh', [...sshArguments(server, 'root'), 'sh', '-s'], { input: script });
  return told.split('\n');
}

/** What differs between two fingerprints, as lines that say in which of them something stands. */
export function differences(before: readonly string[], after: readonly string[]): string[] {
  const [first, second] = [count(before), count(after)];
  const lines = [...new Set([...before, ...after])];
  return lines.flatMap((line) => {
    const [was, is] = [first.get(line) ?? 0, second.get(line) ?? 0];
    return was === is ? [] : [`${was > is ? 'before' : 'after'}: ${line}`];
  });
}

function count(lines: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const line of lines) counts.set(line, (counts.get(line) ?? 0) + 1);
  return counts;
}
