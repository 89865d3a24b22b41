import type { Workload } from '../../../../shared/model/plan.ts';

/** A package that something asks for. */
export interface PackageRoot {
  name: string;
  reason: string;
  /** The mapped library of it that is all there is to the asking. */
  library?: string;
}

/** What the sources of a workload's closure add up to, before it is sorted and cut to its final shape. */
export interface Draft {
  packages: PackageRoot[];
  include: Workload['files']['include'];
  config: Workload['config'];
  data: Workload['data'];
  logs: Workload['logs'];
  notes: string[];
}

export function emptyDraft(): Draft {
  return { packages: [], include: [], config: [], data: [], logs: [], notes: [] };
}

export function joinDrafts(drafts: Draft[]): Draft {
  return {
    packages: drafts.flatMap((draft) => draft.packages),
    include: drafts.flatMap((draft) => draft.include),
    config: drafts.flatMap((draft) => draft.config),
    data: drafts.flatMap((draft) => draft.data),
    logs: drafts.flatMap((draft) => draft.logs),
    notes: drafts.flatMap((draft) => draft.notes),
  };
}
