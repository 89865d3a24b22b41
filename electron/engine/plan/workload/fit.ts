import type { Workload } from '../../../../shared/model/plan.ts';
import { sentence } from '../../../../shared/text/sentence.ts';
import type { Stateful } from '../../detectors/support/part.ts';

type Grade = Workload['fit']['grade'];
type Judged = Omit<Workload, 'fit'>;

interface Rule {
  grade: Grade;
  applies: (workload: Judged, about: Circumstances) => boolean;
  reason: (workload: Judged, about: Circumstances) => string;
}

export interface Circumstances {
  stateful: Stateful | undefined;
  /** No process of it gives up root. */
  staysRoot: boolean;
}

/** From the least to the most that stands against a container; the worst that applies is the grade. */
const rules: Rule[] = [
  {
    grade: 'B',
    applies: (_w, about) => about.staysRoot,
    reason: () => sentence`It runs as root throughout; a container narrows that, but does not remove it.`,
  },
  {
    grade: 'B',
    applies: (w) => w.logs.some((log) => log.to === 'volume'),
    reason: () => sentence`It writes log files of its own, which need a volume instead of the container log.`,
  },
  {
    grade: 'C',
    applies: (w) => w.follow !== undefined,
    reason: () => sentence`It only runs as a daemon; the container follows the process that it leaves behind.`,
  },
  {
    grade: 'C',
    applies: (w) => w.ports.length === 0 && w.health.kind !== 'unix',
    reason: () => sentence`It listens on no port or socket, so that only its process can be compared.`,
  },
  {
    grade: 'C',
    applies: (w, { stateful }) => w.data.length > 0 && stateful === undefined,
    reason: (w) =>
      sentence`It keeps data in ${w.data.map((entry) => entry.path).join(', ')}: replicas would need to share it.`,
  },
  {
    grade: 'D',
    applies: (_w, { stateful }) => stateful !== undefined,
    reason: (_w, { stateful }) => sentence`It is ${stateful?.what}. Gain: ${stateful?.gain} Cost: ${stateful?.cost}`,
  },
  {
    grade: 'E',
    applies: (w) => w.needs.devices.length > 0,
    reason: (w) => sentence`It uses devices of the machine: ${w.needs.devices.join(', ')}.`,
  },
  {
    grade: 'E',
    applies: (w) => w.needs.capabilities.length > 0,
    reason: (w) => sentence`It needs rights over the machine: ${w.needs.capabilities.join(', ')}.`,
  },
  {
    grade: 'F',
    applies: (w) => w.needs.kernelModules.length > 0,
    reason: (w) => sentence`It needs kernel modules of the host: ${w.needs.kernelModules.join(', ')}.`,
  },
];

/** How well a workload suits a container, with every reason for and against. */
export function fitOf(workload: Judged, about: Circumstances): Workload['fit'] {
  const against = rules.filter((rule) => rule.applies(workload, about));
  const grade = against.reduce<Grade>((worst, rule) => (rule.grade > worst ? rule.grade : worst), 'A');
  return {
    grade,
    reasons: [...goodReasons(workload, about.stateful), ...against.map((rule) => rule.reason(workload, about))],
  };
}

function goodReasons(workload: Judged, stateful: Stateful | undefined): string[] {
  const reasons: string[] = [];
  if (workload.data.length === 0 && stateful === undefined)
    reasons.push(sentence`It keeps no state of its own: it can be replaced, moved and doubled at will.`);
  if (workload.health.kind === 'http')
    reasons.push(sentence`It answers HTTP, so that its health and its answers can be checked from outside.`);
  return reasons;
}
