import type { Workload } from '../../../../../shared/model/plan.ts';
import { sentence } from '../../../../../shared/text/sentence.ts';
import { inForeground } from '../../../detectors/support/foreground-forms.ts';
import type { Diagnosis, Failure, RepairRule } from '../failure.ts';

/** The command went into the background, and its end ended the container: exit code 0, soon, and nothing to complain of. */
export const daemonised: RepairRule = {
  id: 'daemonised',
  diagnose(failure, workload) {
    const ended = (failure.phase === 'start' || failure.phase === 'health') && failure.exitCode === 0;
    if (!ended || workload.follow !== undefined) return undefined;
    return stayInForeground(workload) ?? followDaemon(failure, workload);
  },
};

const symptom = sentence`The command ended at once with exit code 0, as one that goes into the background does.`;

function stayInForeground(workload: Workload): Diagnosis | undefined {
  const command = inForeground(workload.command);
  if (command === undefined || command.join('\0') === workload.command.join('\0')) return undefined;
  return {
    kind: 'diagnosis',
    symptom,
    change: sentence`It is started as ${JSON.stringify(command.join(' '))}, which stays in the foreground.`,
    apply: (one) => ({
      ...one,
      command,
      commandReason: sentence`Stays in the foreground, so that the container lives as long as it.`,
    }),
  };
}

function followDaemon(failure: Failure, workload: Workload): Diagnosis {
  const pidFile = pidFileOf(workload.command) ?? failure.serverPidFiles.get(workload.command[0] ?? '');
  return {
    kind: 'diagnosis',
    symptom,
    change:
      pidFile === undefined
        ? sentence`The entrypoint follows the process that the command leaves behind.`
        : sentence`The entrypoint waits for ${pidFile} and follows the process in it.`,
    apply: (one) => ({ ...one, follow: pidFile === undefined ? {} : { pidFile }, init: true }),
  };
}

/** `--pidfile=PATH`, `--pid-file PATH`, `-p PATH.pid` and the like. */
function pidFileOf(command: readonly string[]): string | undefined {
  const inline = command.flatMap((word) => /^--?pid-?(?:file)?=(\/.+)$/i.exec(word)?.[1] ?? [])[0];
  const separate = command.find(
    (word, index) => /^--?(?:p|P|pid-?(?:file)?)$/.test(command[index - 1] ?? '') && word.startsWith('/'),
  );
  return inline ?? separate ?? command.find((word) => /^\/\S+\.pid$/.test(word));
}
