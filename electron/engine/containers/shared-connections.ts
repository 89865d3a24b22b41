import type { DockerInput } from '../../../shared/contract/inputs.ts';
import { SlipwayError } from '../../../shared/errors.ts';
import type { OpenedDockerHost } from '../docker/opened-host.ts';
import type { JobContext } from '../job-context.ts';
import { lastingJob, silentJob } from './lasting-job.ts';

/** Connections to Docker hosts that several lookers-on share: one a host, closed when nobody has used it for a while. */
export interface SharedConnections {
  /** The host, until `release`. Nobody is asked anything: where that takes a password, `signIn` comes first. */
  borrow(docker: DockerInput): Promise<Borrowed>;
  /** Opens the connection where none is, asking the person what it takes, and keeps it longer than one that took nothing. */
  signIn(docker: DockerInput, job: JobContext): Promise<void>;
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
  /** Milliseconds without a user after which it is closed. */
  patience: number;
  /** No longer lent; closed with its last user. */
  retired: boolean;
}

const idleMilliseconds = 30_000;

/** One that a person had to answer for; to be asked again after every look elsewhere would be a nuisance. */
const signedInMilliseconds = 30 * 60_000;

/** Errors after which the next one tries a new connection. */
const lost = new Set(['docker.dropped', 'docker.unreachable', 'server.dropped']);

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
      entry.idle = setTimeout(() => retire(key, entry), entry.patience).unref();
    }
  }

  async function lend(key: string, entry: Entry): Promise<Borrowed> {
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
  }

  return {
    borrow(docker) {
      const key = JSON.stringify(docker);
      return lend(key, entries.get(key) ?? fresh(open(docker, silentJob()), idle));
    },
    async signIn(docker, job) {
      const key = JSON.stringify(docker);
      // One that is being opened without asking may come to its end, too.
      if (await isUsable(entries.get(key))) return;
      const { lasting, settle } = lastingJob(job);
      try {
        const { release } = await lend(key, fresh(open(docker, lasting), Math.max(idle, signedInMilliseconds)));
        release();
      } finally {
        settle();
      }
    },
  };
}

function fresh(host: Promise<OpenedDockerHost>, patience: number): Entry {
  return { host, users: 0, patience, retired: false };
}

function isUsable(entry: Entry | undefined): Promise<boolean> {
  if (entry === undefined) return Promise.resolve(false);
  return entry.host.then(
    () => true,
    () => false,
  );
}

function once(work: (error: unknown) => void): (error?: unknown) => void {
  let done = false;
  return (error) => {
    if (!done) work(error);
    done = true;
  };
}

/** Nobody waits for this, and a host that cannot say good-bye is gone as well. */
function close({ host }: Entry): void {
  host.then((opened) => opened.close()).catch(() => undefined);
}
