import type { ParityCheck } from '../../../../shared/model/result.ts';
import { alignLines, type LinePair } from './align-lines.ts';
import { differingRange } from './differing-range.ts';
import { escapeHtml, phrase } from './html.ts';
import { PHRASES } from './phrases.ts';

/** What both sides said: once where it is the same text, else line beside line with what differs marked. */
export function answers({ server, container, outcome }: ParityCheck): string {
  if (server === '' && container === '') return '';
  if (server === container) return `<h4>${phrase(PHRASES.bothSaid)}</h4>\n<pre>${escapeHtml(server)}</pre>`;
  if (server === '' && outcome === 'same')
    return `<h4>${phrase(PHRASES.container)}</h4>\n<pre>${escapeHtml(container)}</pre>`;
  const emphasis = outcome === 'different' ? mark : leave;
  const rows = alignLines(server, container).map((pair) => rowOf(pair, emphasis));
  return [
    '<table class="sides">',
    `<thead><tr><th scope="col">${phrase(PHRASES.server)}</th><th scope="col">${phrase(PHRASES.container)}</th></tr></thead>`,
    '<tbody>',
    ...(server === '' || container === '' ? [nothingBeside(server, container, emphasis)] : rows),
    '</tbody>',
    '</table>',
  ].join('\n');
}

type Emphasis = (text: string) => string;

function mark(text: string): string {
  return `<mark>${escapeHtml(text)}</mark>`;
}

/** What differs and does not count: shown, without alarm. */
function leave(text: string): string {
  return `<span class="left-out">${escapeHtml(text)}</span>`;
}

/** One side said nothing at all, and that is said. */
function nothingBeside(server: string, container: string, emphasis: Emphasis): string {
  const nothing = `<span class="nothing">${phrase(PHRASES.nothing)}</span>`;
  return `<tr><td>${whole(server, emphasis) || nothing}</td><td>${whole(container, emphasis) || nothing}</td></tr>`;
}

function rowOf({ server, container }: LinePair, emphasis: Emphasis): string {
  const [left, right] = emphasise(server, container, emphasis);
  return `<tr><td>${left}</td><td>${right}</td></tr>`;
}

function emphasise(server: string | undefined, container: string | undefined, emphasis: Emphasis): [string, string] {
  if (server === container) return [escapeHtml(server ?? ''), escapeHtml(server ?? '')];
  if (!server || !container) return [whole(server, emphasis), whole(container, emphasis)];
  const [left, right] = [words(server), words(container)];
  const range = differingRange(left, right);
  return [part(left, range.left, emphasis), part(right, range.right, emphasis)];
}

function whole(text: string | undefined, emphasis: Emphasis): string {
  return text ? emphasis(text) : '';
}

/** Words and what stands between them, so that a mark never cuts a word in two. */
function words(line: string): string[] {
  return line.split(/([\p{L}\p{N}_]+)/u).filter((word) => word !== '');
}

function part(parts: string[], [from, to]: [number, number], emphasis: Emphasis): string {
  const differing = parts.slice(from, to).join('');
  const middle = differing === '' ? '' : emphasis(differing);
  return `${escapeHtml(parts.slice(0, from).join(''))}${middle}${escapeHtml(parts.slice(to).join(''))}`;
}
