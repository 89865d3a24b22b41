/** Where things stand in a bundle, relative to its root, with `/` on every system. */

export const PLAN_FILE = 'slipway.yaml';
export const SECRETS_MANIFEST = 'secrets/secrets.manifest.yaml';
/** What a project holds for this machine alone. */
export const PROJECT_STORE = '.slipway';

export function workloadDirectory(workload: string): string {
  return `workloads/${workload}`;
}

export function evidenceFile(workload: string): string {
  return `${workloadDirectory(workload)}/evidence.json`;
}

/** A separated configuration path, which keeps its absolute path below `config/`. */
export function configPath(workload: string, path: string): string {
  return `${workloadDirectory(workload)}/config${path}`;
}

/** A workload's secret environment variables, as `NAME=value` lines. */
export function secretEnvironmentFile(workload: string): string {
  return `secrets/${workload}.env`;
}

/** A secret file, which keeps its absolute path below its workload's folder. */
export function secretFile(workload: string, path: string): string {
  return `secrets/${workload}${path}`;
}
