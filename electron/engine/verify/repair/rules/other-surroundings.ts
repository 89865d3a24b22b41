import type { Workload } from '../../../../../shared/model/plan.ts';
import type { ParityCheck } from '../../../../../shared/model/result.ts';
import { sentence } from '../../../../../shared/text/sentence.ts';
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
  const symptom = sentence`${check.title}: ${check.server} became ${check.container}.`;
  if (check.id === 'process:umask' && /^0?[0-7]{3,4}$/.test(check.server)) {
    const umask = check.server.padStart(4, '0');
    return {
      kind: 'diagnosis',
      symptom,
      change: sentence`The umask is set to ${umask}.`,
      apply: (one) => ({ ...one, umask }),
    };
  }
  if (check.id === 'process:directory' && check.server.startsWith('/')) {
    const change = sentence`The working directory is set to ${check.server}.`;
    return { kind: 'diagnosis', symptom, change, apply: (one) => ({ ...one, workingDirectory: check.server }) };
  }
  if (check.id === 'process:locale')
    return setVariables(symptom, /^(?:LANGUAGE|LANG|LC_[A-Z]+)$/, check.server.split(' '));
  const [zone = ''] = check.server.split(' ');
  if (check.id === 'process:time-zone') return setVariables(symptom, /^TZ$/, [`TZ=${zone}`]);
  return undefined;
}

/** Puts variables (`NAME=value`) in the place of all those of a kind. */
function setVariables(symptom: string, kind: RegExp, assignments: readonly string[]): Diagnosis | undefined {
  const variables = assignments.map((text) => /^(\w+)=([\w.@/+-]+)$/.exec(text) ?? []);
  if (variables.some(([text]) => text === undefined)) return undefined;
  const added = variables.map(([, name = '', value = '']) => ({ name, value, reason: symptom }));
  const apply = (workload: Workload): Workload => {
    const known = workload.environment.filter((one) =>
      added.some((two) => two.name === one.name && two.value === one.value),
    );
    if (known.length === added.length) return workload;
    return { ...workload, environment: [...workload.environment.filter((one) => !kind.test(one.name)), ...added] };
  };
  return { kind: 'diagnosis', symptom, change: sentence`${assignments.join(' ')} is set, as on the server.`, apply };
}
