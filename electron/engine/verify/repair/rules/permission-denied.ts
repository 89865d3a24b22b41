import type { FileFact } from '../../../../../shared/model/facts.ts';
import type { Workload } from '../../../../../shared/model/plan.ts';
import { sentence } from '../../../../../shared/text/sentence.ts';
import { dirname } from '../../../detectors/support/paths.ts';
import { addDirectory } from '../change/add-directory.ts';
import type { Diagnosis, RepairRule } from '../failure.ts';
import { textOf } from '../log/log-text.ts';
import { pathsInLog } from '../log/paths-in-log.ts';

/** Directories of the system: their owner and mode are the image's, whatever is refused in them. */
const system =
  /^\/(?:bin|boot|dev|etc|lib\w*|proc|root|sbin|sys|usr(?:\/\w+)?|var(?:\/(?:lib|log|cache|spool|run|opt))?|opt|srv|home|run|tmp)?$/;

/** The service may not write where it may on the server: the directory lost its owner or mode. */
export const permissionDenied: RepairRule = {
  id: 'permission-denied',
  diagnose(failure, workload) {
    for (const { path, line } of pathsInLog(textOf(failure), 'denied', workload.workingDirectory)) {
      const directories = [path, dirname(path)].filter((one) => !system.test(one));
      const facts = directories.map((one) => failure.serverFiles(one));
      const unknown = directories.filter((_, index) => facts[index] === undefined);
      if (unknown.length > 0) return { kind: 'inquiry', wants: unknown.map((one) => ({ kind: 'file', path: one })) };
      const directory = facts.find((fact) => fact?.type === 'directory');
      if (directory !== undefined && !isAsOnServer(workload, directory)) return giveBack(line, directory);
    }
    return undefined;
  },
};

function isAsOnServer(workload: Workload, fact: FileFact): boolean {
  const planned = workload.directories.find((one) => one.path === fact.path);
  return planned?.uid === fact.uid && planned.gid === fact.gid && planned.mode === fact.mode;
}

function giveBack(symptom: string, { path, mode, uid, gid }: FileFact): Diagnosis {
  const reason = sentence`The service may write there: ${symptom}`;
  return {
    kind: 'diagnosis',
    symptom,
    change: sentence`${path} gets the owner ${uid}:${gid} and the mode ${mode.toString(8)} that it has on the server.`,
    apply: (workload) => addDirectory(workload, { path, mode, uid, gid, reason }),
  };
}
