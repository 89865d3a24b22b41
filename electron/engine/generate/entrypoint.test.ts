import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { entry, evidence, workload } from './__fixtures__/plans.ts';
import { entrypointScript, needsEntrypoint, requireShell, scriptWord } from './entrypoint.ts';

let directory: string;
let running: ChildProcess[];

beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'entrypoint-'));
  running = [];
});
afterEach(() => {
  for (const child of running) child.kill('SIGKILL');
  rmSync(directory, { recursive: true });
});

/** Starts the script of a workload as a container would, under one shell. */
function start(
  shell: string,
  changes: Parameters<typeof workload>[0],
  command: string[],
  env: NodeJS.ProcessEnv = process.env,
): ChildProcess {
  const script = join(directory, 'entrypoint.sh');
  writeFileSync(script, entrypointScript(workload(changes)));
  const child = spawn(shell, [script, ...command], { stdio: ['ignore', 'pipe', 'pipe'], env });
  running.push(child);
  return child;
}

/** An environment in which a pause takes no time and is noted. */
function hurried(): NodeJS.ProcessEnv {
  const programs = join(directory, 'programs');
  mkdirSync(programs, { recursive: true });
  writeFileSync(join(programs, 'sleep'), `#!/bin/sh\necho pause >>${directory}/pauses\n`, { mode: 0o755 });
  return { ...process.env, PATH: `${programs}:${process.env.PATH}` };
}

async function exitOf(child: ChildProcess): Promise<number | null> {
  // Later than its exit: what it wrote has come as well.
  const [code] = await once(child, 'close');
  return code;
}

/** A daemon that writes its pid file, notes the signals that it gets, and ends on TERM. */
function daemon(): string {
  const file = join(directory, 'daemon.sh');
  const body = `
    trap 'echo HUP >>${directory}/signals' HUP
    trap 'echo TERM >>${directory}/signals; exit 0' TERM
    trap 'echo WINCH >>${directory}/signals; exit 0' WINCH
    echo "$$" >${directory}/pid
    while :; do sleep 0.1 & wait "$!"; done`;
  writeFileSync(join(directory, 'body.sh'), body);
  writeFileSync(file, `sh ${directory}/body.sh </dev/null >/dev/null 2>&1 &\n`);
  return file;
}

function signals(): string {
  return existsSync(join(directory, 'signals')) ? readFileSync(join(directory, 'signals'), 'utf8') : '';
}

async function started(): Promise<number> {
  const file = join(directory, 'pid');
  return vi.waitFor(
    () => {
      const pid = Number(readFileSync(file, 'utf8'));
      expect(pid).toBeGreaterThan(0);
      return pid;
    },
    { timeout: 10_000 },
  );
}

describe('needsEntrypoint', () => {
  it('is false for an ordinary service', () => {
    expect(needsEntrypoint(workload())).toBe(false);
  });

  it.each([{ umask: '0027' }, { prepare: [['/bin/true']] }, { follow: { pidFile: '/run/x.pid' } }])(
    'is true for %j',
    (changes) => {
      expect(needsEntrypoint(workload(changes))).toBe(true);
    },
  );
});

describe.each(['dash', 'bash'])('entrypointScript under %s', { timeout: 30_000 }, (shell) => {
  it('prepares, sets the umask and becomes the command', async () => {
    const hostile = 'it\'s $HOME `id` "x"\n*';
    const prepare = [['printf', '%s', hostile]];
    const child = start(shell, { umask: '0027', prepare }, ['sh', '-c', 'umask; echo "$0"; exit 7', 'a  b']);
    const output: Buffer[] = [];
    child.stdout?.on('data', (chunk) => output.push(chunk));
    expect(await exitOf(child)).toBe(7);
    expect(Buffer.concat(output).toString()).toBe(`${hostile}0027\na  b\n`);
  });

  it('does not start the command when its preparation fails', async () => {
    const child = start(shell, { prepare: [['false']] }, ['touch', join(directory, 'ran')]);
    expect(await exitOf(child)).toBe(1);
    expect(existsSync(join(directory, 'ran'))).toBe(false);
  });

  it('passes signals on to the daemon and ends well after it was told to stop', async () => {
    const child = start(shell, { follow: { pidFile: join(directory, 'pid') } }, ['sh', daemon()]);
    await started();
    child.kill('SIGHUP');
    await vi.waitFor(() => expect(signals()).toBe('HUP\n'), { timeout: 10_000 });
    child.kill('SIGTERM');
    expect(await exitOf(child)).toBe(0);
    expect(signals()).toBe('HUP\nTERM\n');
  });

  it('takes the stop signal of the plan for an orderly end', async () => {
    const stop = { signal: 'SIGWINCH', graceSeconds: 1 };
    const child = start(shell, { stop, follow: { pidFile: join(directory, 'pid') } }, ['sh', daemon()]);
    await started();
    child.kill('SIGWINCH');
    expect(await exitOf(child)).toBe(0);
  });

  it('fails when the daemon dies by itself', async () => {
    const child = start(shell, { follow: { pidFile: join(directory, 'pid') } }, ['sh', daemon()]);
    process.kill(await started(), 'SIGKILL');
    expect(await exitOf(child)).toBe(1);
  });

  it('fails with the status of a daemon that does not start', async () => {
    const child = start(shell, { follow: { pidFile: join(directory, 'pid') } }, ['sh', '-c', 'exit 3']);
    expect(await exitOf(child)).toBe(3);
  });

  it('soon gives up on a daemon that wrote its pid file and is gone, later on one that never wrote it', async () => {
    const gone = `sh -c 'echo "$$" >${directory}/pid'`;
    const pauses = async (command: string) => {
      const child = start(shell, { follow: { pidFile: join(directory, 'pid') } }, ['sh', '-c', command], hurried());
      expect(await exitOf(child)).toBe(1);
      const count = readFileSync(join(directory, 'pauses'), 'utf8').trim().split('\n').length;
      rmSync(join(directory, 'pauses'));
      return count;
    };
    const never = await pauses(':');
    expect(never).toBe(60);
    expect(await pauses(gone)).toBeLessThan(never / 5);
  });

  it('does not take a pid file of an earlier run for the daemon', async () => {
    writeFileSync(join(directory, 'pid'), `${process.pid}\n`);
    const child = start(shell, { follow: { pidFile: join(directory, 'pid') } }, ['sh', '-c', 'exit 4']);
    expect(await exitOf(child)).toBe(4);
  });
});

describe('entrypointScript', () => {
  it('is clean for shellcheck with everything in it', () => {
    const script = entrypointScript(
      workload({ umask: '0077', prepare: [['/bin/mkdir', 'a b']], follow: { pidFile: '/run/x.pid' } }),
    );
    expect(() => execFileSync('shellcheck', ['-'], { input: script })).not.toThrow();
  });

  it('opens the sockets that the service expects, before it runs', async () => {
    const listen = [{ kind: 'unix' as const, address: join(directory, 'a.sock'), name: 'a.socket' }];
    const changes = { sockets: { perCall: false, listen, reason: 'x' } };
    expect(() => execFileSync('shellcheck', ['-'], { input: entrypointScript(workload(changes)) })).not.toThrow();
    const note = `echo "$LISTEN_FDS $LISTEN_FDNAMES $([ "$LISTEN_PID" = $$ ] && [ -S /dev/fd/3 ] && echo own)"`;
    const child = start('/bin/sh', changes, ['/bin/sh', '-c', `${note} >${directory}/seen`]);
    expect(await exitOf(child)).toBe(0);
    expect(readFileSync(join(directory, 'seen'), 'utf8')).toBe('1 a.socket own\n');
  });

  it('says which preparation failed, and ends as it did', async () => {
    const child = start('/bin/sh', { prepare: [['/bin/true'], ['/bin/sh', '-c', 'exit 7']] }, ['/bin/echo', 'never']);
    let said = '';
    child.stderr?.on('data', (data) => {
      said += data;
    });
    const [code] = await once(child, 'close');
    expect([code, said]).toEqual([7, 'slipway: preparation 2 of the service ended with 7: /bin/sh\n']);
  });

  it('refuses a umask that is none', () => {
    expect(() => entrypointScript(workload({ umask: '22; id' }))).toThrow(/umask/);
  });
});

describe('scriptWord', () => {
  it('refuses what no argument can hold', () => {
    expect(() => scriptWord('a\0b')).toThrow(/NUL/);
  });
});

describe('requireShell', () => {
  const scratch = workload({ strategy: 'scratch', umask: '0027' });

  it('refuses a script in an image without a shell', () => {
    expect(() => requireShell(scratch, evidence())).toThrow(/needs a shell/);
  });

  it('is content with a shell among the files', () => {
    expect(() => requireShell(scratch, evidence([entry('/usr/bin/sh')]))).not.toThrow();
  });
});
