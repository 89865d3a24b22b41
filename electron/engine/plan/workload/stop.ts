import type { Workload } from '../../../../shared/model/plan.ts';
import { ownValue } from '../../../../shared/text/own-value.ts';
import type { WorkloadPart } from '../../detectors/support/part.ts';
import type { ProcessTree } from '../../detectors/support/process-tree.ts';
import { linuxSignals } from '../../text/linux-signals.ts';

/** Of a service that nothing stops on the server but a person, or a script that waits as long as it likes. */
const usual = 30;
/** Where systemd puts the units that it makes of init scripts: the five minutes in them are its own, too. */
const generated = /^\/run\/systemd\/generator/;

/**
 * How the service is asked to end: as its technology wants it, else as its unit says. It gets the time that it has on the
 * server, be it systemd's own 90 seconds: Squid waits 30 for its callers, and one that ends sooner makes nobody wait.
 */
export function stopOf(tree: ProcessTree, part: WorkloadPart): Workload['stop'] {
  const isGenerated = generated.test(tree.unit?.fragmentPath ?? '');
  const seconds = isGenerated ? usual : (tree.unit?.timeoutStopSeconds ?? usual);
  const told = Number.isFinite(seconds) && seconds > 0 ? seconds : usual;
  return { signal: part.stopSignal ?? unitSignal(tree), graceSeconds: Math.min(Math.max(Math.ceil(told), 10), 300) };
}

function unitSignal(tree: ProcessTree): string {
  const written = tree.unit?.killSignal ?? '';
  const named = ownValue(linuxSignals, written) ?? (written.startsWith('SIG') ? written : `SIG${written}`);
  return /^SIG[A-Z][A-Z0-9]+$/.test(named) ? named : 'SIGTERM';
}
