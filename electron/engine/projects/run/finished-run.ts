import type { Pod } from '../../../../shared/model/plan.ts';
import type { Migrated } from '../../jobs/migrate-pods.ts';
import type { ServerLink } from '../../jobs/site.ts';
import type { Edits, RunFolders } from './edits.ts';
import type { RunRepairs } from './repairs.ts';

/** What a run has made, before any of it is in the project. */
export interface FinishedRun {
  root: string;
  /** slipway.yaml as it was when the run began. */
  planText: string;
  folders: RunFolders;
  edits: Edits;
  repairs: RunRepairs;
  link: ServerLink;
  secretValues: Map<string, Map<string, string>>;
  migrated: Migrated;
  pods: readonly Pod[];
}
