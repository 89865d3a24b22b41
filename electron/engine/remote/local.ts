import { spawn } from 'node:child_process';
import { userInfo } from 'node:os';
import { SlipwayError } from '../../../shared/errors.ts';
import { sentence } from '../../../shared/text/sentence.ts';
import type { JobContext } from '../job-context.ts';
import { networkError } from './connection-errors.ts';
import { dial } from './dial.ts';
import type { RemoteHost, TargetSpec } from './remote-host.ts';
import { type ExitStatus, failStream, type RawProcess, type Shell } from './shell/raw-process.ts';
import { createShellHost } from './shell/shell-host.ts';

const label = 'local';

/** This machine behind the port of a server. */
export function connectLocal(target: TargetSpec, job: JobContext): Promise<RemoteHost> {
  const running = new Set<RawProcess>();
  const shell: Shell = {
    label,
    async open(script) {
      const process = await startShell(script);
      running.add(process);
      const forget = () => running.delete(process);
      process.done.then(forget, forget);
      return process;
    },
  };
  return createShellHost(
    {
      shell,
      user: userInfo().username,
      sudo: target.sudo,
      tunnel: async (to) => {
        try {
          return await dial(to);
        } catch (error) {
          const place = to.kind === 'unix' ? { host: to.path, port: 0 } : to;
          throw (
            networkError(error, place) ??
            new SlipwayError('server.refused', sentence`Nothing answers at ${place.host}.`, { cause: error })
          );
        }
      },
      close: async () => {
        for (const process of running) process.abandon(new Error('The host was closed.'));
      },
    },
    job,
  );
}

function startShell(script: string): Promise<RawProcess> {
  return new Promise((resolve, reject) => {
    const child = spawn('/bin/sh', ['-c', script], { stdio: 'pipe' });
    child.once('error', (cause) => {
      reject(
        new SlipwayError('server.no-shell', sentence`This machine has no /bin/sh.`, {
          hint: sentence`Use a Linux machine.`,
          cause,
        }),
      );
    });
    child.once('spawn', () => {
      const { stdin, stdout, stderr } = child;
      // A command that does not read to the end closes its input: its exit code tells.
      stdin.on('error', () => {});
      const done = new Promise<ExitStatus>((settle) => {
        child.once('close', (code, signal) => settle({ code: code ?? undefined, signal: signal ?? undefined }));
      });
      const abandon = (reason: unknown) => {
        for (const stream of [stdin, stdout, stderr]) failStream(stream, reason);
        child.kill();
      };
      resolve({ stdin, stdout, stderr, done, abandon });
    });
  });
}
