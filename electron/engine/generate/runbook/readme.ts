import type { WorkloadEvidence } from '../../../../shared/model/evidence.ts';
import type { Plan } from '../../../../shared/model/plan.ts';
import type { ParityReport } from '../../../../shared/model/result.ts';
import english from '../../../../templates/readme/README.md?raw';
import chinese from '../../../../templates/readme/README.zh-CN.md?raw';
import { publishedPorts } from '../compose/settings.ts';
import { evidenceOf } from '../evidence-of.ts';
import { type Language, translated } from '../language/phrase.ts';
import { configMounts } from '../mount-points.ts';
import { sentences } from '../one-line.ts';
import { dataSection } from './data-section.ts';
import { fill } from './fill.ts';
import { inlineCode, list, markdownText, table } from './markdown.ts';
import { put } from './put.ts';
import { prepareSection, secretsSection } from './secrets-section.ts';
import { WORDS } from './words.ts';

type Evidence = ReadonlyMap<string, WorkloadEvidence>;

interface ReadmeInput {
  plan: Plan;
  evidence: Evidence;
  parity: ParityReport | undefined;
}

const TEMPLATES: Record<Language, string> = { en: english, zh: chinese };

/** README.md and README.zh-CN.md: the runbook, for people who know the service and not Docker. */
export function readme({ plan, evidence, parity }: ReadmeInput, language: Language): string {
  const text = fill(TEMPLATES[language], {
    title: put(WORDS.title[language], markdownText(plan.server.name)),
    server: markdownText(plan.server.name),
    os: markdownText(plan.server.os.prettyName),
    workloads: workloadTable(plan, language),
    verdicts: verdicts(parity, language),
    prepare: prepareSection(plan, evidence, language),
    addresses: addresses(plan, language),
    config: configSection(plan, evidence, language),
    secrets: secretsSection(plan, evidence, language),
    data: dataSection(plan, evidence, language),
    skipped: skippedSection(plan, language),
    gaps: listOr(
      plan.gaps.map((gap) => said(gap, language)),
      WORDS.allRead[language],
    ),
    notes: notesSection(plan, evidence, language),
  });
  return text.replace(/\n{3,}/g, '\n\n');
}

function said(text: string, language: Language): string {
  return markdownText(translated(text, language));
}

function saidAll(reasons: string[], language: Language): string {
  return markdownText(sentences(reasons.map((reason) => translated(reason, language))));
}

function workloadTable({ workloads }: Plan, language: Language): string {
  const rows = workloads.map(({ name, title, fit }) => [
    inlineCode(name),
    said(title, language),
    `${fit.grade}: ${saidAll(fit.reasons, language)}`,
  ]);
  return table([WORDS.service[language], WORDS.what[language], WORDS.fit[language]], rows);
}

function verdicts(parity: ParityReport | undefined, language: Language): string {
  if (parity === undefined) return WORDS.untested[language];
  const lines = parity.workloads.map(({ workload, verdict, reasons }) => {
    const why = reasons.length === 0 ? '' : `: ${saidAll(reasons, language)}`;
    return `${inlineCode(workload)} ${WORDS[verdict][language]}${why}`;
  });
  return `${WORDS.tested[language]}\n\n${list(lines)}`;
}

function addresses(plan: Plan, language: Language): string {
  const lines = [...publishedPorts(plan)].flatMap(([workload, ports]) =>
    ports.map(({ container, protocol, setting }) =>
      put(WORDS.address[language], inlineCode(workload), `${container}/${protocol}`, setting.value, setting.name),
    ),
  );
  return lines.length === 0 ? WORDS.noPorts[language] : `${WORDS.reachable[language]}\n\n${list(lines)}`;
}

function configSection(plan: Plan, evidence: Evidence, language: Language): string {
  const lines = plan.workloads.flatMap((workload) => {
    const mounts = configMounts(workload, evidenceOf(evidence, workload));
    if (mounts.length === 0) return [];
    return [`${inlineCode(workload.name)}: ${mounts.map(({ path }) => inlineCode(path)).join(', ')}`];
  });
  return lines.length === 0 ? '' : `${WORDS.mounted[language]}\n\n${list(lines)}`;
}

/** What has the same reason stands on one line. */
function skippedSection({ skipped }: Plan, language: Language): string {
  const reasons = [...new Set(skipped.map(({ reason }) => reason))];
  const lines = reasons.map((reason) => {
    const names = skipped.filter((entry) => entry.reason === reason).map(({ name }) => inlineCode(name));
    return `${names.join(', ')}: ${said(reason, language)}`;
  });
  return listOr(lines, WORDS.nothing[language]);
}

function notesSection(plan: Plan, evidence: Evidence, language: Language): string {
  const lines = plan.workloads.flatMap(({ name, notes, repairs }) => [
    ...notes.map((note) => `${inlineCode(name)}: ${said(note, language)}`),
    ...repairs.map(({ symptom, change }) => `${inlineCode(name)}: ${saidAll([symptom, change], language)}`),
    ...(evidence.get(name)?.missingLibraries ?? []).map(({ soname, neededBy }) =>
      put(WORDS.missingLibrary[language], inlineCode(name), inlineCode(neededBy), inlineCode(soname)),
    ),
  ]);
  return lines.length === 0 ? '' : `${WORDS.notes[language]}\n\n${list(lines)}`;
}

function listOr(items: string[], otherwise: string): string {
  return items.length === 0 ? otherwise : list(items);
}
