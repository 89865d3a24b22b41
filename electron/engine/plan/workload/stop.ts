import type { Workload } from '../../../../shared/model/plan.ts';
import type { WorkloadPart } from '../../detectors/support/part.ts';
import type { ProcessTree } from '../../detectors/support/process-tree.ts';
import { linuxSignals } from '../../text/linux-signals.ts';

/** systemd's own default, which therefore says nothing about the service. */
const unsaid = 90;
/** Where systemd puts the units that it makes of init scripts: the five minutes in them are its own, too. */
const generated = /^\/run\/systemd\/generator/;

/** How the service is asked to end: as its technology wants it, else as its unit says. */
export function stopOf(tree: ProcessTree, part: WorkloadPart): Workload['stop'] {
  const isGenerated = generated.test(tree.unit?.fragmentPath ?? '');
  const seconds = isGenerated ? unsaid : (tree.unit?.timeoutStopSeconds ?? unsaid);
  const told = Number.isFinite(seconds) && seconds > 0 && seconds !== unsaid ? seconds : 30;
  return { signal: part.stopSignal ?? unitSignal(tree), graceSeconds: Math.min(Math.max(Math.ceil(told), 10), 300) };
}

function unitSignal(tree: ProcessTree): string {
  const written = tree.unit?.killSignal ?? '';
  const named = linuxSignals[written] ?? (written.startsWith('SIG') ? written : `SIG${written}`);
  return /^SIG[A-Z][A-Z0-9]+$/.test(named) ? named : 'SIGTERM';
}
