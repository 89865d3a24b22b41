import { sentence } from '../../../../../shared/text/sentence.ts';
import type { RepairRule } from '../failure.ts';
import { lineAt, textOf } from '../log/log-text.ts';

/** As templates/entrypoint/prepare.sh says it. */
const complaint = /^slipway: preparation (\d+) of the service ended with \d+: .*$/m;

/**
 * A command that prepares the service fails in the container, and nothing else is known of why: most look after the
 * machine, and what they made on the server is in the image. The service shows whether it can do without.
 */
export const preparationFailed: RepairRule = {
  id: 'preparation-failed',
  diagnose(failure, workload) {
    const text = textOf(failure);
    const match = complaint.exec(text);
    const index = Number(match?.[1]) - 1;
    const command = workload.prepare[index];
    if (match === null || command === undefined) return undefined;
    return {
      kind: 'diagnosis',
      symptom: lineAt(text, match.index),
      change: sentence`${JSON.stringify(command.join(' '))} is no longer run before the service; the image has what it made on the server.`,
      apply: (one) => ({ ...one, prepare: one.prepare.filter((_command, at) => at !== index) }),
    };
  },
};
