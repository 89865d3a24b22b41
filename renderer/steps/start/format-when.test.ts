import { expect, it } from 'vitest';
import { formatWhen } from './format-when.ts';

const now = Date.parse('2026-11-22T12:00:00Z');

it.each([
  ['2026-11-22T11:59:40Z', 'this minute'],
  ['2026-11-22T09:10:00Z', '2 hours ago'],
  ['2026-11-21T10:00:00Z', 'yesterday'],
  ['2026-09-16T12:00:00Z', 'Sep 16, 2026'],
])('shows %s as "%s"', (iso, text) => {
  expect(formatWhen(iso, 'en', now)).toBe(text);
});
