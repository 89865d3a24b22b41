import type { Workload } from '../../../../shared/model/plan.ts';
import type { WorkloadPart } from '../../detectors/support/part.ts';
import type { ProcessTree } from '../../detectors/support/process-tree.ts';

/** signal(7), x86 and arm. */
const signals: Record<string, string> = {
  '1': 'SIGHUP',
  '2': 'SIGINT',
  '3': 'SIGQUIT',
  '6': 'SIGABRT',
  '9': 'SIGKILL',
  '10': 'SIGUSR1',
  '12': 'SIGUSR2',
  '15': 'SIGTERM',
  '28': 'SIGWINCH',
};
/** systemd's own default, which therefore says nothing about the service. */
const unsaid = 90;

/** How the service is asked to end: as its technology wants it, else as its unit says. */
export function stopOf(tree: ProcessTree, part: WorkloadPart): Workload['stop'] {
  const seconds = tree.unit?.timeoutStopSeconds ?? unsaid;
  const told = Number.isFinite(seconds) && seconds > 0 && seconds !== unsaid ? seconds : 30;
  return { signal: part.stopSignal ?? unitSignal(tree), graceSeconds: Math.min(Math.max(Math.ceil(told), 10), 300) };
}

function unitSignal(tree: ProcessTree): string {
  const written = tree.unit?.killSignal ?? '';
  const named = signals[written] ?? (written.startsWith('SIG') ? written : `SIG${written}`);
  return /^SIG[A-Z][A-Z0-9]+$/.test(named) ? named : 'SIGTERM';
}
