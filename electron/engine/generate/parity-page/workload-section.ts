import type { ParityCheck, WorkloadParity } from '../../../../shared/model/result.ts';
import { checkDetails, reasonItem } from './check-details.ts';
import { groupChecks } from './groups.ts';
import { escapeHtml, phrase, sentence } from './html.ts';
import { OUTCOMES, VERDICTS } from './phrases.ts';

/** One workload: its verdict, what that means and why, then the checks. */
export function workloadSection(parity: WorkloadParity, id: string): string {
  const { tone, word, meaning } = VERDICTS[parity.verdict];
  const ids = new Map(parity.checks.map((check, index) => [check, `${id}-${index + 1}`]));
  return [
    `<section class="workload" id="${id}" aria-labelledby="${id}-name">`,
    `<header><h2 id="${id}-name">${escapeHtml(parity.workload)}</h2><span class="badge ${tone}">${phrase(word)}</span></header>`,
    `<p>${phrase(meaning)}</p>`,
    reasonList(parity, ids),
    ...groupChecks(parity.checks).flatMap(({ title, where, checks }) => [
      `<h3>${phrase(title)}<span class="where">${sentence(where)}</span><span class="tally">${tally(checks)}</span></h3>`,
      ...checks.map((check) => checkDetails(check, ids.get(check) ?? '', where)),
    ]),
    '</section>',
  ]
    .filter((line) => line !== '')
    .join('\n');
}

function reasonList({ reasons }: WorkloadParity, ids: ReadonlyMap<ParityCheck, string>): string {
  if (reasons.length === 0) return '';
  const checks = new Map([...ids].map(([check, id]) => [id, check]));
  return `<ul class="reasons">${reasons.map((reason) => reasonItem(reason, checks)).join('')}</ul>`;
}

/** How the checks came out, in words: `16 same`, `1 different, 2 same`. */
export function tally(checks: readonly ParityCheck[]): string {
  return (['different', 'not-compared', 'same'] as const)
    .map((outcome) => ({ outcome, count: checks.filter((check) => check.outcome === outcome).length }))
    .filter(({ count }) => count > 0)
    .map(
      ({ outcome, count }) =>
        `<span class="${OUTCOMES[outcome].tone}">${count} ${phrase(OUTCOMES[outcome].word)}</span>`,
    )
    .join(' ');
}
