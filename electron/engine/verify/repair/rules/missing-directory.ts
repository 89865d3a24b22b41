import type { FileFact } from '../../../../../shared/model/facts.ts';
import type { Workload } from '../../../../../shared/model/plan.ts';
import { sentence } from '../../../../../shared/text/sentence.ts';
import { dirname } from '../../../detectors/support/paths.ts';
import { addDirectory } from '../change/add-directory.ts';
import { addPath } from '../change/add-path.ts';
import { isWritten, writtenDirectories } from '../change/written-paths.ts';
import type { Diagnosis, Failure, RepairRule } from '../failure.ts';
import { textOf } from '../log/log-text.ts';
import { type Complaint, pathsInLog } from '../log/paths-in-log.ts';
import { unnamedLogs } from '../log/unnamed-logs.ts';

/** A directory for logs, sockets, pid files or work is not in the container, or one of the application's own. */
export const missingDirectory: RepairRule = {
  id: 'missing-directory',
  diagnose(failure, workload) {
    const text = textOf(failure);
    const complaints = [
      ...pathsInLog(text, 'missing', workload.workingDirectory),
      ...unnamedLogs(text, failure, workload),
    ];
    for (const complaint of complaints) {
      const directory = directoryFor(complaint, failure);
      if (directory === 'unknown') {
        const paths = [complaint.path, dirname(complaint.path), dirname(dirname(complaint.path))];
        return { kind: 'inquiry', wants: paths.map((path) => ({ kind: 'file', path })) };
      }
      if (directory !== undefined && !isPlanned(directory.path, workload)) return make(complaint, directory);
    }
    return undefined;
  },
};

/** The nearest directory that the server has: the path itself, or the one in which it is to be made. */
function directoryFor(complaint: Complaint, failure: Failure): FileFact | 'unknown' | undefined {
  for (const path of [complaint.path, dirname(complaint.path), dirname(dirname(complaint.path))]) {
    if (path === '/') return undefined;
    const fact = failure.serverFiles(path);
    if (fact === undefined) return 'unknown';
    // Of the application's own directories only the very one that is missed: what stands in one that is there may be
    // missing on the server as well (a favicon that nobody ever made).
    if (fact.type === 'directory') return path === complaint.path || isWritten(path) ? fact : undefined;
    // A file of the server that the container lacks is another rule's, unless it is one that the service makes.
    if (fact.type === 'file' && !isWritten(path)) return undefined;
  }
  return undefined;
}

function isPlanned(path: string, workload: Workload): boolean {
  return (
    path.split('/').length < 3 ||
    writtenDirectories.includes(path) ||
    [...workload.directories, ...workload.data].some((one) => one.path === path)
  );
}

function make(complaint: Complaint, fact: FileFact): Diagnosis {
  const { path, mode, uid, gid } = fact;
  const reason = sentence`The container missed it: ${complaint.line}`;
  if (!isWritten(path)) {
    return {
      kind: 'diagnosis',
      symptom: complaint.line,
      change: sentence`The directory ${path} of the server and what is in it is added.`,
      apply: (workload) => addPath(workload, fact, reason).workload,
    };
  }
  return {
    kind: 'diagnosis',
    symptom: complaint.line,
    change: sentence`The directory ${path} is made, empty, with the owner ${uid}:${gid} and mode ${mode.toString(8)} of the server.`,
    apply: (workload) => addDirectory(workload, { path, mode, uid, gid, reason }),
  };
}
