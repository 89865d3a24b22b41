import { homedir } from 'node:os';
import type { machineContract } from '../../../shared/contract/machine.ts';
import type { EngineOf } from '../engine-of.ts';

export type Machine = EngineOf<typeof machineContract>;

/** What is known on this machine: offered while one types, never needed. Reads files of the account, changes none. */
export function createMachine({ home = homedir(), environment = process.env } = {}): Machine {
  return {
    sshHosts: async () => (await import('./ssh-hosts.ts')).readSshHosts(home),
    keys: async () => (await import('./keys.ts')).readKeys(home),
    dockerContexts: async () => (await import('./docker-contexts.ts')).readDockerContexts({ home, environment }),
    testServer: async (input, job) => (await import('./test-server.ts')).testServer(input, job),
  };
}
