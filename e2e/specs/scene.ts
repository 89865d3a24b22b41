import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, expect } from 'vitest';
import { docker } from '../../scripts/machine/docker.ts';
import { containerName } from '../lab/container.ts';
import { type RunningServer, startServer } from '../lab/start-server.ts';
import { type CliRun, errorOf, type Hand, type Line, slipway } from './cli.ts';
import { inventory, type Thing } from './inventory.ts';
import { appeared, filesIn } from './leftovers.ts';

const lab = 'cppdaemon';
/** A file of the server's that makes its image another one than any image of the same server before. */
const mark = '/opt/slipway-spec-mark';

/** How `slipway migrate` is called; what a case does not name is all right. */
export interface Invocation {
  target: string;
  identity: string;
  docker: string;
  output: string;
  flags: string[];
  onLine: (line: Line, hand: Hand) => void;
}

/** A legacy server of a spec's own, and a home and a directory to work in for each case. */
export interface Scene {
  /** DOCKER_HOST. */
  host: string;
  server(): RunningServer;
  /** Runs a shell command on the server, as root. */
  onServer(command: string): Promise<string>;
  /** Where bundles go; whatever stands in it besides `allowed` at the end of a case was left behind. */
  work(): string;
  /** A home of its own: ~/.ssh of whoever runs the tests is neither read nor written. */
  home(): string;
  migrate(call?: Partial<Invocation>): Promise<CliRun>;
  run(args: readonly string[], onLine?: Invocation['onLine']): Promise<CliRun>;
}

/** Sets the scene for the cases of a file; after each one, nothing of what it ran may be left. */
export function setScene(instance: string): Scene {
  const host = requireDockerHost();
  const name = containerName(`${lab}-${instance}`);
  let server: RunningServer;
  let shared = false;
  let cache = '';
  let directory = '';
  let before: Map<string, Thing>;
  let serverBefore: string;
  let runs: CliRun[] = [];
  const onServer = (command: string) => docker(host, ['exec', name, 'sh', '-c', command]);
  const [work, home, temporary] = ['work', 'home', 'tmp'].map((part) => () => join(directory, part)) as Places;

  beforeAll(async () => {
    shared = await isShared(host, name);
    cache = await mkdtemp(join(tmpdir(), 'spec-cache-'));
    server = await startServer(lab, { host, instance });
    await onServer(`od -An -N16 -tx1 /dev/urandom >${mark}`);
  });
  afterAll(async () => {
    await server?.stop();
    await rm(cache, { recursive: true, force: true });
  });

  beforeEach(async () => {
    directory = await mkdtemp(join(tmpdir(), 'spec-'));
    await mkdir(work());
    await mkdir(temporary());
    await mkdir(join(home(), '.ssh'), { recursive: true, mode: 0o700 });
    runs = [];
    before = await inventory();
    serverBefore = await onServer(busy);
  });
  afterEach(async () => {
    const files = await filesIn(work(), temporary());
    const drafts = (await filesIn(cache)).filter((path) => !/^slipway(\/base-index(\/\w{64}\.json)?)?$/.test(path));
    await rm(directory, { recursive: true });
    expect({ files, drafts }).toEqual({ files: [], drafts: [] });
    // The engine and the server may be a moment behind.
    await expect.poll(() => appeared(before, runs, shared), { timeout: 60_000, interval: 500 }).toEqual([]);
    await expect.poll(() => onServer(busy), { timeout: 60_000, interval: 500 }).toBe(serverBefore);
  });

  async function run(args: readonly string[], onLine?: Invocation['onLine']): Promise<CliRun> {
    const env = { HOME: home(), TMPDIR: temporary(), XDG_CACHE_HOME: cache, SSH_AUTH_SOCK: '' };
    const done = await slipway(args, { env, cwd: work(), ...(onLine && { onLine }) });
    runs.push(done);
    return done;
  }
  return {
    ...{ host, onServer, work, home, run },
    server: () => server,
    migrate({ onLine, ...overrides } = {}) {
      const call = { ...defaults(server, host, join(work(), 'bundle')), ...overrides };
      const args = ['migrate', call.target, '--identity', call.identity, '--docker', call.docker, '-o', call.output];
      return run([...args, '--include', mark, ...call.flags], onLine);
    },
  };
}

type Places = [() => string, () => string, () => string];

/** The programs that a reading or fetching job starts there. */
const busy = 'ps -eo args | grep -cE "(^|/)(tar|find|sha256sum|md5sum|nice|ionice|xargs)( |$)" || :';

function defaults(server: RunningServer, docker: string, output: string): Omit<Invocation, 'onLine'> {
  const target = `ssh://root@${server.address}:${server.port}`;
  return { target, identity: server.identityFile, docker, output, flags: ['--accept-new-host-key'] };
}

/** Whether others use the engine too: then not all that comes and goes there is ours. */
async function isShared(host: string, own: string): Promise<boolean> {
  const format = '{{.Names}}';
  const filters = ['label=slipway-lab', 'label=slipway'];
  const told = await Promise.all(filters.map((filter) => docker(host, ['ps', '--format', format, '--filter', filter])));
  return told.flatMap((names) => names.split('\n')).some((other) => other !== '' && other !== own);
}

/** One line that says what is wrong and what to do, the right code and exit code. */
export function expectFailure(run: CliRun, code: string, exitCode: number): void {
  const error = errorOf(run);
  expect({ code: error.code, exitCode: run.exitCode }).toEqual({ code, exitCode });
  expect(error.message).toMatch(/^[^\n]+$/);
  expect(error.hint).toMatch(/^[^\n]+$/);
  const lines = run.stderr.trim().split('\n');
  expect(lines).toEqual([expect.stringContaining(error.message ?? '')]);
  expect(lines[0]).toContain(error.hint);
}

function requireDockerHost(): string {
  const value = process.env.DOCKER_HOST;
  if (value === undefined) throw new Error('DOCKER_HOST is not set: `npm test` starts an engine and sets it.');
  return value;
}
