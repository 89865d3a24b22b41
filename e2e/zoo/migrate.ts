import { mkdtemp, rm } from 'node:fs/promises';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { run } from '../../scripts/machine/run.ts';
import { type MigrationResult, migrationResultSchema } from '../../shared/model/result.ts';
import type { RunningServer } from '../lab/start-server.ts';

const cli = fileURLToPath(new URL('../../dist/cli/slipway.js', import.meta.url));

export interface Migration {
  exitCode: number;
  seconds: number;
  /** Absent where the run ended in an error. */
  result?: MigrationResult;
  /** What was said on standard error. */
  said: string;
}

const resultLine = z.object({ type: z.literal('result') }).and(migrationResultSchema);

/** Migrates a server with the command line as it was built, from a home directory of its own. */
export async function migrate(
  server: RunningServer,
  host: string,
  bundle: string,
  signal: AbortSignal,
): Promise<Migration> {
  const home = await mkdtemp(join(tmpdir(), 'slipway-zoo-home-'));
  const start = performance.now();
  try {
    const env = { HOME: home, XDG_CACHE_HOME: process.env.XDG_CACHE_HOME || join(homedir(), '.cache') };
    const { code, stdout, stderr } = await run(process.execPath, [cli, ...migrateArguments(server, host, bundle)], {
      env,
      signal,
    });
    const result = resultOf(stdout);
    const seconds = (performance.now() - start) / 1000;
    return { exitCode: code, seconds, said: stderr.trim(), ...(result === undefined ? {} : { result }) };
  } finally {
    await rm(home, { recursive: true, force: true });
  }
}

/** The arguments of `slipway` that migrate a server of the lab. */
function migrateArguments(server: RunningServer, host: string, bundle: string): string[] {
  const target = `ssh://${server.user}@${server.address}:${server.port}`;
  return [
    ...['migrate', target, '--identity', server.identityFile, '--accept-new-host-key'],
    ...(server.user === 'root' ? [] : ['--sudo']),
    ...['--docker', host, '-o', bundle, '--json'],
  ];
}

function resultOf(stdout: string): MigrationResult | undefined {
  for (const line of stdout.split('\n').reverse()) {
    if (line.trim() === '') continue;
    const parsed = resultLine.safeParse(JSON.parse(line));
    if (parsed.success) return parsed.data;
  }
  return undefined;
}
