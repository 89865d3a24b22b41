import type { Workload } from '../../../shared/model/plan.ts';
import type { KnownSecret } from '../bundle/secret-needles.ts';
import type { JobContext } from '../job-context.ts';
import type { Choice } from './select/choose.ts';
import type { Closure } from './select/closure.ts';
import type { BaseEntries } from './select/onto-base.ts';
import type { SetApart } from './select/places.ts';
import type { ServerFiles } from './select/server-files.ts';
import type { Owners } from './server/owners.ts';
import type { ServerSession } from './server/session.ts';
import type { Spool } from './stream/spool.ts';

export interface GatherContext {
  workload: Workload;
  /** Languages whose translations are kept. */
  languages: ReadonlySet<string>;
  /** Empty for `FROM scratch`. */
  base: BaseEntries;
  session: ServerSession;
  spool: Spool;
  /** Files of the server whose spooled content is known to be current. */
  verified: Set<string>;
  /** Values of secret variables, which no file of the image may repeat. */
  secrets: readonly KnownSecret[];
  /** Nothing is fetched: what lies in the spool from before tells what files need, of the others nothing does. */
  looksOnly: boolean;
  job: JobContext;
}

/** Everything of the server that goes into the image, with its content in the spool. */
export interface Gathered {
  files: ServerFiles;
  choice: Choice;
  apart: SetApart;
  owners: Owners;
  /** Image paths that the base has identically. */
  inBase: Set<string>;
  /** Image paths that the package manager installs. */
  byPackage: Set<string>;
  missing: Closure['missing'];
  missingLibraries: { soname: string; neededBy: string }[];
  /** Files of shipped packages that stay on the server since nothing needs them. */
  leftOut: { reason: string; paths: string[] }[];
  notes: string[];
}
