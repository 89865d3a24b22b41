import { sentence } from '../../../../../shared/text/sentence.ts';
import { isWithin } from '../../../detectors/support/paths.ts';
import type { Diagnosis, RepairRule } from '../failure.ts';
import { lineAt, textOf } from '../log/log-text.ts';

const complaint = /^.*(?:address already in use|EADDRINUSE).*$/gim;

/**
 * Someone listens there already. On a unix socket's path that is the file of a socket that came along; on a port it is
 * a command that prepares the service and starts it as well (ExecStartPre, a wrapper that starts the daemon).
 */
export const portInUse: RepairRule = {
  id: 'port-in-use',
  diagnose(failure, workload) {
    const text = textOf(failure);
    const [match] = text.matchAll(complaint);
    if (match === undefined) return undefined;
    const symptom = lineAt(text, match.index);
    const socket = /["'\s(](\/[\w./@+-]+)["'\s):]/.exec(` ${symptom} `)?.[1];
    if (socket !== undefined && isWithin(socket, '/')) return leaveOut(socket, symptom);
    const prepare = workload.prepare.filter((command) => command[0] !== workload.command[0]);
    if (prepare.length === workload.prepare.length) return undefined;
    return {
      kind: 'diagnosis',
      symptom,
      change: sentence`The commands that prepare the service no longer start it.`,
      apply: (one) => ({ ...one, prepare }),
    };
  },
};

function leaveOut(socket: string, symptom: string): Diagnosis {
  const reason = sentence`The file of a socket belongs to who listens on it.`;
  return {
    kind: 'diagnosis',
    symptom,
    change: sentence`${socket} is left out of the image: the service makes it itself.`,
    apply: (workload) => {
      if (workload.files.exclude.some((one) => one.pattern === socket)) return workload;
      const exclude = [...workload.files.exclude, { pattern: socket, reason }];
      return { ...workload, files: { ...workload.files, exclude } };
    },
  };
}
