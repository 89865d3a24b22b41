import { type ChildProcess, spawn } from 'node:child_process';
import type { RemoteHost, RemoteProcess } from '../../remote/remote-host.ts';

/** A running container as a server, root in it: `docker exec` in the place of SSH. For tests only. */
export function dockerExecHost(container: string): RemoteHost {
  return {
    label: container,
    user: 'root',
    privilege: 'root',
    exec: async (command, options = {}) => started(container, command, options.signal),
    tunnel: () => Promise.reject(new Error('not needed')),
    close: async () => undefined,
  };
}

function started(container: string, command: string, signal: AbortSignal | undefined): RemoteProcess {
  const child = spawn('docker', ['exec', '-i', container, '/bin/sh', '-c', command], { stdio: 'pipe' });
  const stop = () => {
    child.kill('SIGKILL');
    child.stdout.destroy();
  };
  signal?.addEventListener('abort', stop, { once: true });
  child.once('close', () => signal?.removeEventListener('abort', stop));
  return { stdin: child.stdin, stdout: child.stdout, stderr: child.stderr, exit: ended(child) };
}

function ended(child: ChildProcess): RemoteProcess['exit'] {
  return new Promise((resolve) => {
    child.once('close', (code, name) => resolve({ code: code ?? undefined, signal: name ?? undefined }));
  });
}
