import { sentence } from '../../../../../shared/text/sentence.ts';
import { type AspectResult, compareValues, type ProcessPair } from './aspect.ts';

export function compareDirectory({ server, main }: ProcessPair): AspectResult {
  return compareValues(server.main.cwd, main.cwd);
}

/** Written with or without leading zeros. */
export function compareUmask({ workload, server, main }: ProcessPair): AspectResult {
  const octal = (mask: string) => Number.parseInt(mask, 8);
  const result = compareValues(server.main.umask, main.umask, (left, right) => octal(left) === octal(right));
  const started = workload.umask ?? '0022';
  const cleared = octal(server.main.umask ?? '') === 0 && octal(main.umask ?? '') === octal(started);
  if (result.outcome !== 'different' || !cleared) return result;
  // daemon(7) asks for umask(0) on the way into the background; in the foreground nobody calls it.
  const detail = sentence`It was started with ${started}; as a daemon it then cleared it.`;
  return { ...result, outcome: 'not-compared', detail };
}

/**
 * The container may open at least as many files as the plan asks for. What the server allowed beyond that is the
 * machine's default and no wish of the service.
 */
export function compareOpenFiles({ workload, server, main }: ProcessPair): AspectResult {
  const allowed = (limit: string) => (limit === 'unlimited' ? Number.POSITIVE_INFINITY : Number(limit));
  const soft = server.main.limits['Max open files']?.soft;
  const result = compareValues(soft, main.openFiles, (left, right) => allowed(right) >= allowed(left));
  if (result.outcome === 'same') {
    return soft === main.openFiles ? result : { ...result, detail: sentence`The container may open more.` };
  }
  const asPlanned = main.openFiles !== undefined && allowed(main.openFiles) >= (workload.limits.openFiles ?? 0);
  if (result.outcome !== 'different' || !asPlanned) return result;
  return {
    ...result,
    outcome: 'not-compared',
    detail: sentence`The server's default is higher; the service did not raise it.`,
  };
}
