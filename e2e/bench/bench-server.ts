import type { RunningServer } from '../lab/start-server.ts';

/** A server of the lab as both sides of a comparison reach it. */
export interface BenchServer {
  target: string;
  user: string;
  port: number;
  identityFile: string;
  knownHostsFile: string;
}

/** Ansible and tar need no more than Slipway gets: all log in as root. */
export function asRoot({ port, identityFile, knownHostsFile }: RunningServer): BenchServer {
  return { target: `ssh://root@127.0.0.1:${port}`, user: 'root', port, identityFile, knownHostsFile };
}
