import type { Finding } from '../../../shared/model/findings.ts';
import type { WorkloadPart } from './support/part.ts';
import type { ProcessTree } from './support/process-tree.ts';
import type { Server } from './support/server.ts';

/** One technology: how it is recognised, and what that means for a container. Both functions are pure. */
export interface Detector {
  id: string;
  title: string;
  /** Probes whose facts it reads, for the note on what is missing when one of them failed. */
  probes: string[];
  detect(server: Server, tree: ProcessTree): Finding | undefined;
  plan(server: Server, tree: ProcessTree, finding: Finding): WorkloadPart;
}
