import { posix } from 'node:path';
import type { Workload } from '../../../../shared/model/plan.ts';
import { sentence } from '../../../../shared/text/sentence.ts';
import type { ServerEntry } from '../server/survey-output.ts';
import type { Synthesised } from './synthesised.ts';

/** Where a path of the plan is in the image, and what the server has there. */
export interface Located {
  path: string;
  entry: ServerEntry | undefined;
}

const streams = { stdout: '/dev/stdout', stderr: '/dev/stderr' };

/**
 * The empty directories that become volumes or must exist, and the links that lead logs to the container's streams.
 * A directory has the owner and mode it has on the server, so that a fresh volume inherits them.
 */
export function placeholders(workload: Workload, locate: (path: string) => Located, scratch: boolean): Synthesised[] {
  const state = workload.data.map(({ path, reason }) => stateDirectory(path, sentence`volume: ${reason}`, locate));
  const logs = workload.logs.map(({ path, to, reason }) =>
    to === 'volume'
      ? logDirectory(path, sentence`log volume: ${reason}`, locate)
      : logLink(path, streams[to], reason, locate),
  );
  const directories = workload.directories.map(({ path, mode, uid, gid, reason }) => ({
    path: locate(path).path,
    type: 'directory' as const,
    mode,
    uid,
    gid,
    reason,
  }));
  return [...(scratch ? [temporaryDirectory] : []), ...state, ...logs, ...directories];
}

const temporaryDirectory: Synthesised = {
  path: '/tmp',
  type: 'directory',
  mode: 0o1777,
  uid: 0,
  gid: 0,
  reason: sentence`programs expect it, and scratch has none`,
};

/** A volume holds a directory: of a single file, the one it lies in. */
function stateDirectory(path: string, reason: string, locate: (path: string) => Located): Synthesised {
  const located = locate(path);
  const isDirectory = located.entry === undefined || located.entry.type === 'directory';
  const home = isDirectory ? located : locate(posix.dirname(located.path));
  const { mode, uid, gid } = home.entry ?? { mode: 0o755, uid: 0, gid: 0 };
  return { path: home.path, type: 'directory', mode, uid, gid, reason };
}

/** A log that is not there has not been written yet: what must exist is the directory in which it will be. */
function logDirectory(path: string, reason: string, locate: (path: string) => Located): Synthesised {
  const isThere = locate(path).entry !== undefined;
  return stateDirectory(isThere ? path : posix.dirname(path), reason, locate);
}

function logLink(path: string, stream: string, reason: string, locate: (path: string) => Located): Synthesised {
  return {
    path: locate(path).path,
    type: 'symlink',
    mode: 0o777,
    uid: 0,
    gid: 0,
    linkTarget: stream,
    reason: sentence`log to the container's stream: ${reason}`,
  };
}
