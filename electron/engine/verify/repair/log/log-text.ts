import type { ReportedFailure } from '../failure.ts';

const LIMIT = 200_000;

/**
 * All that may show the symptom: the log's end, and what the container answered where it should have answered as the
 * server does (an error page often holds what no log does). Colours of a terminal are taken out.
 */
export function textOf(failure: Pick<ReportedFailure, 'log' | 'checks'>): string {
  const differing = (failure.checks ?? []).filter((check) => check.outcome === 'different');
  const text = [failure.log.slice(-LIMIT), ...differing.map((check) => check.container)].join('\n');
  return text.replace(/\u001b\[[0-9;]*[A-Za-z]/g, '').replace(/\r/g, '');
}

/** The groups that are filled of the first expression that is found, in the order of the expressions. */
export function firstMatch(text: string, patterns: readonly RegExp[]): { line: string; value: string } | undefined {
  for (const pattern of patterns) {
    const match = pattern.exec(text);
    const value = match?.slice(1).find((group) => group !== undefined);
    if (match !== null && value !== undefined) return { line: lineAt(text, match.index), value };
  }
  return undefined;
}

/** The line at an offset, cut to what a person reads. */
export function lineAt(text: string, offset: number): string {
  const start = text.lastIndexOf('\n', offset - 1) + 1;
  const end = text.indexOf('\n', offset);
  return text
    .slice(start, end < 0 ? undefined : end)
    .trim()
    .slice(0, 300);
}
