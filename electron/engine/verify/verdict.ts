import type { ParityCheck, Verdict, WorkloadParity } from '../../../shared/model/result.ts';
import { sentence } from '../../../shared/text/sentence.ts';
import { handshakeProtocol } from './parity/greeting/index.ts';
import { provingProtocols } from './parity/registry.ts';

/**
 * What the checks add up to. `equivalent` promises that the service answers as it did: at least one comparison of a
 * protocol is the same and nothing is different. Being started alike (user, arguments, sockets) proves no answer, so a
 * service that only listens in silence `runs`.
 */
export function verdictOf(checks: readonly ParityCheck[]): Verdict {
  if (checks.some((check) => check.outcome === 'different')) return 'failed';
  return checks.some(provesAnswer) ? 'equivalent' : 'runs';
}

function provesAnswer(check: ParityCheck): boolean {
  return check.outcome === 'same' && provingProtocols.has(check.protocol);
}

/** A workload's parity out of its checks, with the reasons for the verdict in words. */
export function parityOf(workload: string, checks: readonly ParityCheck[]): WorkloadParity {
  const verdict = verdictOf(checks);
  return { workload, verdict, reasons: reasonsOf(verdict, checks), checks: [...checks] };
}

function reasonsOf(verdict: Verdict, checks: readonly ParityCheck[]): string[] {
  if (verdict === 'failed') return checks.filter((check) => check.outcome === 'different').map(describeDifference);
  if (verdict === 'equivalent') return [];
  const open = checks.filter((check) => check.outcome === 'not-compared' && provingProtocols.has(check.protocol));
  const shaken = checks.filter((check) => check.protocol === handshakeProtocol && check.outcome === 'same');
  if (shaken.length > 0) return shaken.map(handshakeReason);
  if (open.length === 0) return [sentence`Nothing in it answers by itself, so there is no answer to compare.`];
  return open.map((check) => `${check.title}: ${firstLine(check.detail)}`);
}

function handshakeReason(check: ParityCheck): string {
  return sentence`${check.title}: the same, but what it answers hangs on its data, which was not copied.`;
}

function describeDifference(check: ParityCheck): string {
  return `${check.title}: ${firstLine(check.detail)}`;
}

function firstLine(text: string): string {
  return text.split('\n', 1)[0] ?? '';
}

/** Adds checks that were made later (the manners at the end) and judges anew. */
export function mergeChecks(parity: WorkloadParity, checks: readonly ParityCheck[]): WorkloadParity {
  if (checks.length === 0) return parity;
  const merged = parityOf(parity.workload, [...parity.checks, ...checks]);
  // A verdict that others of the pod gave stays, as long as nothing differs.
  return merged.verdict === 'failed' ? merged : { ...parity, checks: merged.checks };
}
