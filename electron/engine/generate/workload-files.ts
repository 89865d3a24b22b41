import type { WorkloadEvidence } from '../../../shared/model/evidence.ts';
import type { Plan, Workload } from '../../../shared/model/plan.ts';
import dockerignore from '../../../templates/dockerignore/dockerignore?raw';
import { dockerfile } from './dockerfile/dockerfile.ts';
import { ENTRYPOINT_FILE, entrypointScript, needsEntrypoint, requireShell } from './entrypoint.ts';
import { evidenceJson } from './evidence-file.ts';
import { type GeneratedFile, scriptFile, textFile } from './generated-file.ts';
import { mountPoints } from './mount-points.ts';
import { requireWorkloadName } from './plan-checks.ts';
import { volumesOf } from './volumes.ts';

/**
 * The generated files of `workloads/NAME`, by their path in it: Dockerfile, .dockerignore, evidence.json, the entrypoint
 * where one is needed, and the mount points that a read-only configuration tree must hold. Rejects a plan whose values
 * cannot be written safely with `bundle.invalid`.
 */
export function generateWorkload(input: {
  plan: Plan;
  workload: Workload;
  evidence: WorkloadEvidence;
}): Map<string, GeneratedFile> {
  const { plan, workload, evidence } = input;
  requireWorkloadName(workload.name);
  requireShell(workload, evidence);
  const files = new Map<string, GeneratedFile>([
    ['Dockerfile', textFile(dockerfile(plan, workload, evidence))],
    ['.dockerignore', textFile(dockerignore)],
    ['evidence.json', textFile(evidenceJson(evidence))],
  ]);
  if (needsEntrypoint(workload)) files.set(ENTRYPOINT_FILE, scriptFile(entrypointScript(workload)));
  const volumes = volumesOf(plan, workload, evidence);
  for (const path of mountPoints(workload, evidence, volumes)) files.set(path, { content: '', executable: false });
  return files;
}
