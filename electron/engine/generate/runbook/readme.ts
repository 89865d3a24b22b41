import type { WorkloadEvidence } from '../../../../shared/model/evidence.ts';
import type { Plan } from '../../../../shared/model/plan.ts';
import type { ParityReport } from '../../../../shared/model/result.ts';
import template from '../../../../templates/readme/README.md?raw';
import { publishedPorts } from '../compose/settings.ts';
import { evidenceOf } from '../evidence-of.ts';
import { configMounts } from '../mount-points.ts';
import { fill } from './fill.ts';
import { inlineCode, list, markdownText, table } from './markdown.ts';
import { prepareSection, secretsSection } from './secrets-section.ts';

type Evidence = ReadonlyMap<string, WorkloadEvidence>;

interface ReadmeInput {
  plan: Plan;
  evidence: Evidence;
  parity: ParityReport | undefined;
}

/** README.md: the runbook, for people who know the service and not Docker. */
export function readme({ plan, evidence, parity }: ReadmeInput): string {
  const text = fill(template, {
    title: markdownText(`${plan.server.name}, in containers`),
    server: markdownText(plan.server.name),
    os: markdownText(plan.server.os.prettyName),
    workloads: workloadTable(plan),
    verdicts: verdicts(parity),
    prepare: prepareSection(plan, evidence),
    addresses: addresses(plan),
    config: configSection(plan, evidence),
    secrets: secretsSection(plan, evidence),
    data: dataSection(plan),
    skipped: listOr(
      plan.skipped.map(({ name, reason }) => `${inlineCode(name)}: ${markdownText(reason)}`),
      'Nothing.',
    ),
    gaps: listOr(plan.gaps.map(markdownText), 'Everything that was asked for could be read.'),
    notes: notesSection(plan, evidence),
  });
  return text.replace(/\n{3,}/g, '\n\n');
}

function workloadTable(plan: Plan): string {
  const rows = plan.workloads.map((workload) => [
    inlineCode(workload.name),
    markdownText(workload.title),
    `${workload.fit.grade}: ${markdownText(workload.fit.reasons.join('; '))}`,
  ]);
  return table(['service', 'what', 'how well it fits a container'], rows);
}

function verdicts(parity: ParityReport | undefined): string {
  if (parity === undefined) return 'It was not test-run yet: `slipway build` and `slipway verify` do that.';
  const words = {
    equivalent: 'answers as on the server',
    runs: 'runs; there was nothing to compare it with',
    failed: 'does not work yet',
    skipped: 'was not run',
  };
  const lines = parity.workloads.map(({ workload, verdict, reasons }) => {
    const why = reasons.length === 0 ? '' : ` (${markdownText(reasons.join('; '))})`;
    return `${inlineCode(workload)} ${words[verdict]}${why}`;
  });
  return `Tested when it was made; \`parity.html\` shows how:\n\n${list(lines)}`;
}

function addresses(plan: Plan): string {
  const lines = [...publishedPorts(plan)].flatMap(([workload, ports]) =>
    ports.map(
      ({ container, protocol, setting }) =>
        `${inlineCode(workload)}: port ${container}/${protocol} at \`127.0.0.1:${setting.value}\` (setting \`${setting.name}\`)`,
    ),
  );
  if (lines.length === 0) return 'No port is published: nothing outside calls these services.';
  return `Reachable from this machine alone, unless \`BIND_ADDRESS\` says otherwise:\n\n${list(lines)}`;
}

function configSection(plan: Plan, evidence: Evidence): string {
  const lines = plan.workloads.flatMap((workload) =>
    configMounts(workload, evidenceOf(evidence, workload)).map(
      ({ path }) => `${inlineCode(workload.name)}: ${inlineCode(path)}`,
    ),
  );
  return lines.length === 0 ? '' : `Mounted configuration:\n\n${list(lines)}`;
}

function dataSection(plan: Plan): string {
  const lines = plan.workloads.flatMap((workload) =>
    workload.data.map(
      ({ path, reason }) => `${inlineCode(workload.name)}: ${inlineCode(path)}, ${markdownText(reason)}`,
    ),
  );
  if (lines.length === 0) return 'These services keep no data of their own.';
  return `Kept in volumes, which outlive the containers; \`docker compose down --volumes\` deletes them:\n\n${list(lines)}\n\nThe volumes start with what the image has at these paths; data of the server is there only if it was copied.`;
}

function notesSection(plan: Plan, evidence: Evidence): string {
  const lines = plan.workloads.flatMap((workload) => [
    ...workload.notes.map((note) => `${inlineCode(workload.name)}: ${markdownText(note)}`),
    ...workload.repairs.map(
      ({ symptom, change }) => `${inlineCode(workload.name)}: ${markdownText(`${symptom}: ${change}`)}`,
    ),
    ...(evidence.get(workload.name)?.missingLibraries ?? []).map(
      ({ soname, neededBy }) =>
        `${inlineCode(workload.name)}: ${inlineCode(neededBy)} needs ${inlineCode(soname)}, which the server lacks too`,
    ),
  ]);
  return lines.length === 0 ? '' : `## Worth knowing\n\n${list(lines)}`;
}

function listOr(items: string[], otherwise: string): string {
  return items.length === 0 ? otherwise : list(items);
}
