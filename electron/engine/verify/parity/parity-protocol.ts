import type { Facts } from '../../../../shared/model/facts.ts';
import type { Workload } from '../../../../shared/model/plan.ts';
import type { ParityCheck } from '../../../../shared/model/result.ts';
import type { DockerContainer } from '../../docker/docker-host.ts';
import type { JobContext } from '../../job-context.ts';
import type { Sides } from '../connect/side.ts';
import type { Timing } from '../timing.ts';

/** What a protocol compares: one workload, as it runs on the server and in its container. */
export interface ParitySubject {
  workload: Workload;
  container: DockerContainer;
  sides: Sides;
  facts: Facts;
  /** How the server is called: the Host header where a probe names none. */
  serverName: string;
  timing: Timing;
}

/** One way to compare. All have this shape and stand in {@link parityProtocols}, each in a folder called as its id. */
export interface ParityProtocol {
  readonly id: string;
  /** Whether being the same proves that the service answers as it did, and not merely that it was started alike. */
  readonly proves: boolean;
  /** How many checks {@link compare} will give, for the progress. */
  count(workload: Workload): number;
  /** Asks both sides and compares. Rejects only when the job is cancelled. */
  compare(subject: ParitySubject, job: JobContext): AsyncIterable<ParityCheck>;
}
