import type { WorkloadParity } from '../../../shared/model/result.ts';
import { sentence } from '../../../shared/text/sentence.ts';

/**
 * A member of a pod that answers nobody outside (php-fpm behind nginx) is proven by those who ask it: where another
 * member's answers are the same, and its own process is what it was, it did its part of those answers.
 */
export function proveThroughPod(pod: readonly WorkloadParity[]): WorkloadParity[] {
  const proven = pod.filter((one) => one.verdict === 'equivalent').map((one) => one.workload);
  if (proven.length === 0 || pod.some((one) => one.verdict === 'failed')) return [...pod];
  return pod.map((one) => {
    if (one.verdict !== 'runs' || !one.checks.some((check) => check.outcome === 'same')) return one;
    return {
      ...one,
      verdict: 'equivalent',
      reasons: [sentence`Proven through ${proven.join(', ')}, which it works for.`],
    };
  });
}
