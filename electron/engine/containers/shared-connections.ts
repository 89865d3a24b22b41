import type { DockerInput } from '../../../shared/contract/inputs.ts';
import { SlipwayError } from '../../../shared/errors.ts';
import type { OpenedDockerHost } from '../docker/opened-host.ts';
import type { JobContext } from '../job-context.ts';

/** Connections to Docker hosts that several lookers-on share: one a host, closed when nobody has used it for a while. */
export interface SharedConnections {
  /** The host, until `release`. */
  borrow(docker: DockerInput): Promise<Borrowed>;
}

export interface Borrowed {
  host: OpenedDockerHost;
  /** `error`: what its use ended with, so that a connection that is lost is not lent again. */
  release(error?: unknown): void;
}

type Open = (docker: DockerInput, job: JobContext) => Promise<OpenedDockerHost>;

interface Entry {
  host: Promise<OpenedDockerHost>;
  users: number;
  idle?: NodeJS.Timeout;
  /** No longer lent; closed with its last user. */
  retired: boolean;
}

const idleMilliseconds = 30_000;

/** Errors after which the next one tries a new connection. */
const lost = new Set(['docker.dropped', 'docker.unreachable', 'server.dropped']);

/** @param open opens a host; nobody can be asked a question then, so keys with a passphrase must be in the agent */
export function createSharedConnections(open: Open, idle = idleMilliseconds): SharedConnections {
  const entries = new Map<string, Entry>();

  function retire(key: string, entry: Entry): void {
    if (entries.get(key) === entry) entries.delete(key);
    clearTimeout(entry.idle);
    entry.retired = true;
    if (entry.users === 0) close(entry);
  }

  function release(key: string, entry: Entry, error: unknown): void {
    entry.users -= 1;
    if (entry.retired) {
      if (entry.users === 0) close(entry);
    } else if (error instanceof SlipwayError && lost.has(error.code)) {
      retire(key, entry);
    } else if (entry.users === 0) {
      entry.idle = setTimeout(() => retire(key, entry), idle).unref();
    }
  }

  return {
    async borrow(docker) {
      const key = JSON.stringify(docker);
      const entry = entries.get(key) ?? { host: open(docker, silentJob()), users: 0, retired: false };
      entries.set(key, entry);
      clearTimeout(entry.idle);
      entry.users += 1;
      try {
        const host = await entry.host;
        return { host, release: once((error) => release(key, entry, error)) };
      } catch (error) {
        entry.users -= 1;
        if (entries.get(key) === entry) entries.delete(key);
        throw error;
      }
    },
  };
}

function once(work: (error: unknown) => void): (error?: unknown) => void {
  let done = false;
  return (error) => {
    if (!done) work(error);
    done = true;
  };
}

/** What could be told belongs to no job, and nobody is there to be asked. */
function silentJob(): JobContext {
  return { signal: new AbortController().signal, emit: () => undefined, ask: async () => undefined };
}

/** Nobody waits for this, and a host that cannot say good-bye is gone as well. */
function close({ host }: Entry): void {
  host.then((opened) => opened.close()).catch(() => undefined);
}
