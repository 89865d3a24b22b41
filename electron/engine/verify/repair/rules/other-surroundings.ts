import type { ParityCheck } from '../../../../../shared/model/result.ts';
import type { Diagnosis, RepairRule } from '../failure.ts';

/** Parity found that the process starts in other surroundings than on the server: the plan is set to the server's. */
export const otherSurroundings: RepairRule = {
  id: 'other-surroundings',
  diagnose(failure) {
    const differing = (failure.checks ?? []).filter((check) => check.outcome === 'different');
    return differing.map(cure).find((diagnosis) => diagnosis !== undefined);
  },
};

function cure(check: ParityCheck): Diagnosis | undefined {
  const symptom = `${check.title}: ${check.server} became ${check.container}.`;
  if (check.id === 'process:umask' && /^0?[0-7]{3,4}$/.test(check.server)) {
    const umask = check.server.padStart(4, '0');
    return { kind: 'diagnosis', symptom, change: `The umask is set to ${umask}.`, apply: (one) => ({ ...one, umask }) };
  }
  if (check.id === 'process:directory' && check.server.startsWith('/')) {
    const change = `The working directory is set to ${check.server}.`;
    return { kind: 'diagnosis', symptom, change, apply: (one) => ({ ...one, workingDirectory: check.server }) };
  }
  return undefined;
}
