import { createHash } from 'node:crypto';
import type { ParityReport } from '../../../../shared/model/result.ts';
import template from '../../../../templates/parity/page.html?raw';
import { fill } from '../runbook/fill.ts';
import { headline } from './headline.ts';
import { escapeHtml, phrase } from './html.ts';
import { METHOD, PHRASES, VERDICTS } from './phrases.ts';
import { tally, workloadSection } from './workload-section.ts';

/**
 * parity.html: one page that needs nothing else. Its policy lets no request out and runs only its own style and script;
 * every value of the report is escaped, since it comes from the server.
 */
export function parityPage(report: ParityReport): string {
  const { tone, sign, text } = headline(report);
  return fill(template, {
    styleHash: policyHash('style'),
    scriptHash: policyHash('script'),
    title: escapeHtml(`${text.en} (${report.server})`),
    kind: phrase(PHRASES.kind),
    tone,
    sign,
    headline: phrase(text),
    facts: facts(report),
    openAll: phrase(PHRASES.openAll),
    closeAll: phrase(PHRASES.closeAll),
    overview: overview(report),
    workloads: report.workloads.map((workload, index) => workloadSection(workload, idOf(index))).join('\n'),
    methodTitle: phrase(PHRASES.method),
    method: METHOD.map((item) => `<li>${phrase(item)}</li>`).join('\n'),
  });
}

/** The hash by which a policy allows one inline element: of the template's own, which holds nothing of the report. */
function policyHash(tag: 'style' | 'script'): string {
  const text = new RegExp(`<${tag}>([^]*)</${tag}>`).exec(template)?.[1] ?? '';
  return `sha256-${createHash('sha256').update(text).digest('base64')}`;
}

function idOf(index: number): string {
  return `service-${index + 1}`;
}

function facts(report: ParityReport): string {
  const checks = report.workloads.flatMap((workload) => workload.checks);
  const rows: [string, string][] = [
    [phrase(PHRASES.server), escapeHtml(report.server)],
    [phrase(PHRASES.compared), `<time>${escapeHtml(readableTime(report.takenAt))}</time>`],
    ...(checks.length > 0 ? [[phrase(PHRASES.checks), tally(checks)] as [string, string]] : []),
  ];
  return rows.map(([term, value]) => `<div><dt>${term}</dt><dd>${value}</dd></div>`).join('\n');
}

/** `2026-11-22 20:37 UTC`, which reads the same in every language; what is no such time stays as it is. */
function readableTime(text: string): string {
  return text.replace(/^(\d{4}-\d\d-\d\d)T(\d\d:\d\d):\d\d(?:\.\d+)?Z$/, '$1 $2 UTC');
}

/** A table of contents, where there is more than one workload. */
function overview({ workloads }: ParityReport): string {
  if (workloads.length < 2) return '';
  const rows = workloads.map(({ workload, verdict, checks }, index) => {
    const { tone, word } = VERDICTS[verdict];
    const link = `<a href="#${idOf(index)}">${escapeHtml(workload)}</a>`;
    return `<tr><th scope="row">${link}</th><td><span class="badge ${tone}">${phrase(word)}</span></td><td class="tally">${tally(checks)}</td></tr>`;
  });
  return [
    `<nav aria-label="Services">`,
    '<table>',
    `<thead><tr><th scope="col">${phrase(PHRASES.service)}</th><th scope="col">${phrase(PHRASES.verdict)}</th><th scope="col">${phrase(PHRASES.checks)}</th></tr></thead>`,
    '<tbody>',
    ...rows,
    '</tbody>',
    '</table>',
    '</nav>',
  ].join('\n');
}
