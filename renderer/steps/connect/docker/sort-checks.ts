import type { DoctorCheck } from '../../../../shared/model/doctor.ts';

const order: readonly DoctorCheck['level'][] = ['error', 'warning', 'note', 'ok'];

/** What needs care, the worst first; what is well; and what it comes to. */
export function sortChecks(checks: readonly DoctorCheck[]): {
  attention: DoctorCheck[];
  fine: DoctorCheck[];
  verdict: 'ready' | 'warning' | 'error';
} {
  const sorted = [...checks].sort((one, other) => order.indexOf(one.level) - order.indexOf(other.level));
  const worst = sorted[0]?.level;
  return {
    attention: sorted.filter(({ level }) => level !== 'ok'),
    fine: sorted.filter(({ level }) => level === 'ok'),
    verdict: worst === 'error' || worst === 'warning' ? worst : 'ready',
  };
}
