import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { constants } from 'node:os';
import { Transform } from 'node:stream';
import type { RemoteHost, RemoteProcess } from '../../remote/remote-host.ts';

/** A server for tests: commands run on this machine, behind any words such as `busybox` or `setpriv …`. */
export interface LocalShell extends RemoteHost {
  /** How many commands were run, and what came back. */
  readonly execs: number;
  readonly received: () => number;
}

/** `argv` takes `-c COMMAND` behind it: `['sh']`, `['busybox', 'sh']`, `['docker', 'exec', '-i', ID, 'sh']`. */
export function localShell(argv: readonly string[], privilege: RemoteHost['privilege'] = 'root'): LocalShell {
  let execs = 0;
  let received = 0;
  return {
    label: 'local',
    user: 'test',
    privilege,
    get execs() {
      return execs;
    },
    received: () => received,
    exec: async (command, options = {}) => {
      execs++;
      const [file = 'sh', ...words] = argv;
      const child = spawn(file, [...words, '-c', command], { signal: options.signal });
      const counted = child.stdout.pipe(
        new Transform({
          transform(chunk: Buffer, _encoding, done) {
            received += chunk.length;
            done(null, chunk);
          },
        }),
      );
      const exit: RemoteProcess['exit'] = once(child, 'close').then(([code, signal]) => ({
        code: code ?? undefined,
        signal: signal !== null && signal in constants.signals ? String(signal) : undefined,
      }));
      child.stdin.on('error', () => undefined);
      if (options.input !== undefined) child.stdin.write(options.input);
      return { stdin: child.stdin, stdout: counted, stderr: child.stderr, exit };
    },
    tunnel: () => Promise.reject(new Error('No tunnels in this test.')),
    close: () => Promise.resolve(),
  };
}
