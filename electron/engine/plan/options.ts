/** What a person chooses about a plan. */
export interface PlanOptions {
  /** Names of workloads; all where it is left out. */
  workloads?: string[];
  strategy?: 'minimal' | 'packages' | 'scratch';
  /** Base image, instead of the catalogue's. */
  base?: string;
  /** Paths that every workload gets in addition, with all below them. */
  include?: string[];
  /** Patterns of paths that no workload gets. */
  exclude?: string[];
}
