import { createHash } from 'node:crypto';
import type { ParityCheck, ParityReport, WorkloadParity } from '../../../../shared/model/result.ts';
import template from '../../../../templates/parity/page.html?raw';
import { fill } from '../runbook/fill.ts';
import { differingLines } from './differing-lines.ts';
import { escapeHtml, phrase } from './html.ts';
import { OUTCOMES, PHRASES, VERDICTS } from './phrases.ts';

/**
 * parity.html: one page that needs nothing else. Its policy lets no request out and runs only its own style and script;
 * every value of the report is escaped, since it comes from the server.
 */
export function parityPage(report: ParityReport): string {
  return fill(template, {
    styleHash: policyHash('style'),
    scriptHash: policyHash('script'),
    title: escapeHtml(`Parity: ${report.server}`),
    kind: phrase(PHRASES.kind),
    server: escapeHtml(report.server),
    taken: `${phrase(PHRASES.taken)}<time>${escapeHtml(report.takenAt)}</time>`,
    summary: summary(report),
    workloads: report.workloads.map(workloadSection).join('\n'),
    footer: phrase(PHRASES.footer),
  });
}

/** The hash by which a policy allows one inline element: of the template's own, which holds nothing of the report. */
function policyHash(tag: 'style' | 'script'): string {
  const text = new RegExp(`<${tag}>([^]*)</${tag}>`).exec(template)?.[1] ?? '';
  return `sha256-${createHash('sha256').update(text).digest('base64')}`;
}

function summary(report: ParityReport): string {
  const checks = report.workloads.flatMap((workload) => workload.checks);
  const count = (outcome: ParityCheck['outcome']) => checks.filter((check) => check.outcome === outcome).length;
  const items = [
    `<li><strong>${report.workloads.length}</strong>${phrase(PHRASES.workloads)}</li>`,
    ...(['same', 'different', 'not-compared'] as const).map(
      (outcome) => `<li><strong>${count(outcome)}</strong>${phrase(OUTCOMES[outcome])}</li>`,
    ),
  ];
  return `<ul class="summary">\n${items.join('\n')}\n</ul>`;
}

function workloadSection(parity: WorkloadParity): string {
  const reasons = parity.reasons.map((reason) => `<p class="detail">${escapeHtml(reason)}</p>`);
  return [
    '<section class="workload">',
    `<header><h2>${escapeHtml(parity.workload)}</h2>${badge(VERDICTS[parity.verdict])}</header>`,
    ...reasons,
    ...parity.checks.map(checkDetails),
    '</section>',
  ].join('\n');
}

function checkDetails(check: ParityCheck): string {
  const open = check.outcome === 'different' ? ' open' : '';
  const detail = check.detail === '' ? '' : `<p class="detail">${escapeHtml(check.detail)}</p>\n`;
  return [
    `<details${open}>`,
    `<summary><span class="title">${escapeHtml(check.title)}</span><span class="protocol">${escapeHtml(check.protocol)}</span>${badge(OUTCOMES[check.outcome])}</summary>`,
    `${detail}${sides(check)}`,
    '</details>',
  ].join('\n');
}

/** Both answers; only a difference that counts is marked, since times and the like are left out of a comparison. */
function sides({ server, container, outcome }: ParityCheck): string {
  const [left, right] = [server.split('\n'), container.split('\n')];
  const range = outcome === 'different' ? differingLines(left, right) : NOTHING_DIFFERS;
  return [
    '<div class="sides">',
    `<div><h3>${phrase(PHRASES.server)}</h3><pre>${marked(left, range.left)}</pre></div>`,
    `<div><h3>${phrase(PHRASES.container)}</h3><pre>${marked(right, range.right)}</pre></div>`,
    '</div>',
  ].join('\n');
}

const NOTHING_DIFFERS = { left: [0, 0], right: [0, 0] } satisfies ReturnType<typeof differingLines>;

function marked(lines: string[], [from, to]: [number, number]): string {
  if (lines.join('') === '') return phrase(PHRASES.nothing);
  return lines
    .map((line, index) => (index >= from && index < to ? `<mark>${escapeHtml(line)}</mark>` : escapeHtml(line)))
    .join('\n');
}

function badge(value: { en: string; zh: string; tone: string }): string {
  return `<span class="badge ${value.tone}">${phrase(value)}</span>`;
}
