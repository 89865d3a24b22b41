import type { WorkloadEvidence } from '../../../shared/model/evidence.ts';
import type { Package } from '../../../shared/model/facts.ts';
import type { Plan } from '../../../shared/model/plan.ts';
import type { ParityReport } from '../../../shared/model/result.ts';
import gitattributes from '../../../templates/git/gitattributes?raw';
import gitignore from '../../../templates/git/gitignore?raw';
import { PLAN_FILE } from '../bundle/layout.ts';
import { serialisePlan } from '../bundle/plan-file.ts';
import { composeYaml } from './compose/compose.ts';
import { type GeneratedFile, textFile } from './generated-file.ts';
import { parityPage } from './parity-page/parity-page.ts';
import { requireWorkloadName } from './plan-checks.ts';
import { environmentFiles } from './runbook/environments.ts';
import { readme } from './runbook/readme.ts';
import { secretFiles } from './runbook/secrets-manifest.ts';
import { sbomJson } from './sbom/sbom.ts';

/**
 * The generated files of a bundle outside `workloads/`, by their path from its root. No value of a secret is among them.
 * The same input gives the same bytes. Rejects a plan whose values cannot be written safely with `bundle.invalid`.
 */
export function generateBundle(input: {
  plan: Plan;
  evidence: Map<string, WorkloadEvidence>;
  /** Tag and id of each image that was built, by workload. */
  images: Map<string, { tag: string; id: string }>;
  /** The server's packages, for the bill of materials. */
  packages: Package[];
  parity?: ParityReport;
}): Map<string, GeneratedFile> {
  const { plan, evidence, images, packages, parity } = input;
  for (const workload of plan.workloads) requireWorkloadName(workload.name);
  return new Map<string, GeneratedFile>([
    [PLAN_FILE, textFile(serialisePlan(plan))],
    ['README.md', textFile(readme({ plan, evidence, parity }, 'en'))],
    ['README.zh-CN.md', textFile(readme({ plan, evidence, parity }, 'zh'))],
    ['compose.yaml', textFile(composeYaml({ plan, evidence, images }))],
    ['.gitignore', textFile(gitignore)],
    ['.gitattributes', textFile(gitattributes)],
    ['sbom.cdx.json', textFile(sbomJson({ plan, evidence, packages }))],
    ...environmentFiles(plan),
    ...secretFiles(plan, evidence),
    ...parityFiles(parity),
  ]);
}

function parityFiles(parity: ParityReport | undefined): [string, GeneratedFile][] {
  if (parity === undefined) return [];
  return [
    ['parity.json', textFile(JSON.stringify(parity, null, 2))],
    ['parity.html', textFile(parityPage(parity))],
  ];
}
