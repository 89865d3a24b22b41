import { expect, it } from 'vitest';
import { formatDate } from './format-date.ts';

it('writes dates as each language does', () => {
  expect(formatDate('2026-11-02T12:00:00', 'en', 'day')).toBe('Nov 2, 2026');
  expect(formatDate('2026-11-02T12:00:00', 'zh', 'day')).toBe('2026年11月2日');
  expect(formatDate(Date.parse('2026-11-02T14:05:00'), 'en', 'moment')).toMatch(/^Nov 2, 2026, 2:05\sPM$/);
  expect(formatDate('2026-11-02T14:05:00', 'zh', 'short')).toBe('2026/11/2 14:05');
});

it('names a month whatever the time zone is', () => {
  expect(formatDate('2026-11-01T00:00:00Z', 'en', 'month')).toBe('November 2026');
});

it('leaves alone what is no date', () => {
  expect(formatDate(1e300, 'en', 'day')).toBe('1e+300');
  expect(formatDate('yesterday', 'en', 'moment')).toBe('yesterday');
});
