import type { FileFact } from '../../../../../shared/model/facts.ts';
import { bringFound } from '../change/bring-found.ts';
import { covers } from '../change/covers.ts';
import { isWritten } from '../change/written-paths.ts';
import type { RepairRule } from '../failure.ts';
import { textOf } from '../log/log-text.ts';
import { pathsInLog } from '../log/paths-in-log.ts';

/** A file that a program opens is not in the container, and the server has it. */
export const missingFile: RepairRule = {
  id: 'missing-file',
  diagnose(failure, workload) {
    const complaints = pathsInLog(textOf(failure), 'missing', workload.workingDirectory);
    const open = complaints.filter(({ path }) => !covers(workload, path));
    const unknown = open.filter(({ path }) => failure.serverFiles(path) === undefined);
    for (const { path, line } of open) {
      const fact = failure.serverFiles(path);
      if (fact !== undefined && isMissed(fact)) return bringFound(line, fact, failure, workload);
    }
    if (unknown.length === 0) return undefined;
    return { kind: 'inquiry', wants: unknown.slice(0, 40).map(({ path }) => ({ kind: 'file', path })) };
  },
};

/** Logs, pid files and data are the service's own to make; what a package puts among them is not. */
function isMissed(fact: FileFact): boolean {
  const isFile = fact.type === 'file' || fact.type === 'symlink';
  return isFile && (!isWritten(fact.path) || fact.package !== undefined);
}
