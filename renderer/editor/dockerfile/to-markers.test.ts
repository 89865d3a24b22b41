import type { TFunction } from 'i18next';
import { describe, expect, it } from 'vitest';
import { toMarkers } from './to-markers.ts';

const lines = ['FROM debian:12', '  FOO bar'];
const text = {
  getValueInRange: (range: { startLineNumber: number; startColumn: number; endColumn: number }) =>
    (lines[range.startLineNumber - 1] ?? '').slice(range.startColumn - 1, range.endColumn - 1),
  getLineMaxColumn: (line: number) => (lines[line - 1] ?? '').length + 1,
  getLineFirstNonWhitespaceColumn: (line: number) => (lines[line - 1] ?? '').search(/\S/) + 1,
};
// The texts themselves have a test of their own.
const translate = ((key: string, values?: { text?: string }) => `${key} ${values?.text ?? ''}`.trim()) as TFunction;

describe('toMarkers', () => {
  it('counts lines and columns from 1 and names what is wrong', () => {
    const range = { start: { line: 1, character: 2 }, end: { line: 1, character: 5 } };
    const diagnostic = { range, severity: 1 as const, code: 38, message: 'unused' };
    expect(toMarkers({ diagnostics: [diagnostic], breaches: [] }, text as never, translate)).toEqual([
      {
        startLineNumber: 2,
        startColumn: 3,
        endLineNumber: 2,
        endColumn: 6,
        severity: 8,
        message: 'dockerfile.problem.38 FOO',
        source: 'Dockerfile',
      },
    ]);
  });

  it('marks the whole instruction that breaks a rule', () => {
    const breach = { rule: 'DL3004', severity: 'error', first: 2, last: 2 } as const;
    expect(toMarkers({ diagnostics: [], breaches: [breach] }, text as never, translate)).toEqual([
      expect.objectContaining({ startColumn: 3, endColumn: 10, message: 'dockerfile.rule.DL3004', source: 'DL3004' }),
    ]);
  });
});
