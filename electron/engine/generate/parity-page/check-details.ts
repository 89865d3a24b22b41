import type { ParityCheck } from '../../../../shared/model/result.ts';
import { plural } from '../../../../shared/text/plural.ts';
import { phrase, sentence } from './html.ts';
import { OUTCOMES, PHRASES } from './phrases.ts';
import { answers } from './side-by-side.ts';

/** One check: a line, and behind it what both sides said. What differs stands open. */
export function checkDetails(check: ParityCheck, id: string, where: string): string {
  const { tone, sign, word } = OUTCOMES[check.outcome];
  const title = check.title.slice(0, check.title.length - where.length);
  const open = check.outcome === 'different' ? ' open' : '';
  const left = check.leftOut?.length ? `<span class="note">${phrase(countLeftOut(check.leftOut.length))}</span>` : '';
  return [
    `<details class="check ${tone}" id="${id}"${open}>`,
    `<summary><span class="sign" aria-hidden="true">${sign}</span><span class="title">${sentence(title)}</span>${left}<span class="outcome">${phrase(word)}</span></summary>`,
    '<div class="inside">',
    ...check.detail
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => `<p>${sentence(line)}</p>`),
    leftOut(check.leftOut ?? []),
    answers(check),
    '</div>',
    '</details>',
  ]
    .filter((line) => line !== '')
    .join('\n');
}

function countLeftOut(count: number): { en: string; zh: string } {
  const en = plural(count, { one: '1 value left out', other: `${count} values left out` });
  return { en, zh: `${count} 处未比较` };
}

function leftOut(reasons: readonly string[]): string {
  if (reasons.length === 0) return '';
  return `<h4>${phrase(PHRASES.leftOut)}</h4>\n<ul>${reasons.map((reason) => `<li>${sentence(reason)}</li>`).join('')}</ul>`;
}

/** The link from a reason to the check that it tells of. */
export function reasonItem(reason: string, checks: ReadonlyMap<string, ParityCheck>): string {
  for (const [id, { title }] of checks) {
    if (!reason.startsWith(`${title}: `)) continue;
    return `<li><a href="#${id}">${sentence(title)}</a>: ${sentence(reason.slice(title.length + 2))}</li>`;
  }
  return `<li>${sentence(reason)}</li>`;
}
