import type { ParityCheck } from '../../../../shared/model/result.ts';
import type { Phrase } from '../language/phrase.ts';

/** Checks that belong together, what matters most first. */
export interface CheckGroup {
  title: Phrase;
  /** What all their titles end with, ` on port 8088 (portal.example)`, said once; empty where they differ. */
  where: string;
  checks: ParityCheck[];
}

const GROUPS: readonly { title: Phrase; has(protocol: string): boolean }[] = [
  { title: { en: 'Answers', zh: '应答' }, has: (protocol) => !PROCESS.has(protocol) && !MANNERS.has(protocol) },
  { title: { en: 'Process', zh: '进程' }, has: (protocol) => PROCESS.has(protocol) },
  { title: { en: 'Manners of a container', zh: '容器行为' }, has: (protocol) => MANNERS.has(protocol) },
];

const PROCESS = new Set(['process']);
const MANNERS = new Set(['zombies', 'logs', 'stop']);

const ORDER: Record<ParityCheck['outcome'], number> = { different: 0, 'not-compared': 1, same: 2 };

export function groupChecks(checks: readonly ParityCheck[]): CheckGroup[] {
  return GROUPS.flatMap(({ title, has }) => {
    const members = checks.filter((check) => has(check.protocol));
    if (members.length === 0) return [];
    const sorted = [...members].sort((one, two) => ORDER[one.outcome] - ORDER[two.outcome]);
    return [{ title, where: commonPlace(sorted), checks: sorted }];
  });
}

function commonPlace(checks: readonly ParityCheck[]): string {
  const places = new Set(checks.map(({ title }) => / on port \d+(?: \([^()]*\))?$/.exec(title)?.[0] ?? ''));
  const [place = ''] = places;
  return places.size === 1 && checks.length > 1 ? place : '';
}
