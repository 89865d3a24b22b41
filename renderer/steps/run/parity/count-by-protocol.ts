import type { ParityCheck } from '../../../../shared/model/result.ts';

export interface ProtocolCount {
  protocol: string;
  same: number;
  different: number;
  notCompared: number;
}

/** How the checks of each kind came out, in the order in which the kinds were compared. */
export function countByProtocol(checks: readonly Pick<ParityCheck, 'protocol' | 'outcome'>[]): ProtocolCount[] {
  const counts = new Map<string, ProtocolCount>();
  for (const { protocol, outcome } of checks) {
    const count = counts.get(protocol) ?? { protocol, same: 0, different: 0, notCompared: 0 };
    count[outcome === 'not-compared' ? 'notCompared' : outcome] += 1;
    counts.set(protocol, count);
  }
  return [...counts.values()];
}
