import type { Facts } from '../../../../../shared/model/facts.ts';
import type { Workload } from '../../../../../shared/model/plan.ts';
import type { ParityCheck } from '../../../../../shared/model/result.ts';
import { sentence } from '../../../../../shared/text/sentence.ts';
import type { ContainerProcess, ContainerSnapshot } from './container-snapshot.ts';
import type { ServerProcesses } from './server-processes.ts';

/** All that the aspects compare. */
export interface ProcessPair {
  workload: Workload;
  facts: Facts;
  server: ServerProcesses;
  container: ContainerSnapshot;
  /** The service's first process in the container. */
  main: ContainerProcess;
}

export type AspectResult = Pick<ParityCheck, 'outcome' | 'server' | 'container' | 'detail' | 'leftOut'>;

/** One thing in which a process may differ. */
export interface Aspect {
  id: string;
  title: string;
  compare(pair: ProcessPair): AspectResult;
}

/** Compares two readings, either of which may be missing because it could not be read. */
export function compareValues(
  server: string | undefined,
  container: string | undefined,
  same: (server: string, container: string) => boolean = (left, right) => left === right,
): AspectResult {
  const shown = { server: server ?? '', container: container ?? '' };
  if (server === undefined)
    return { ...shown, outcome: 'not-compared', detail: sentence`Could not be read on the server.` };
  if (container === undefined)
    return { ...shown, outcome: 'not-compared', detail: sentence`Could not be read in the container.` };
  const equal = same(server, container);
  return {
    ...shown,
    outcome: equal ? 'same' : 'different',
    detail: equal ? '' : sentence`${server} became ${container}.`,
  };
}
