import { expect, it } from 'vitest';
import type { DoctorCheck } from '../../../../shared/model/doctor.ts';
import { sortChecks } from './sort-checks.ts';

function check(id: string, level: DoctorCheck['level']): DoctorCheck {
  return { id, title: id, level, found: '', advice: '' };
}

it('puts what needs care first', () => {
  const sorted = sortChecks([check('a', 'ok'), check('b', 'note'), check('c', 'error'), check('d', 'warning')]);
  expect(sorted.attention.map(({ id }) => id)).toEqual(['c', 'd', 'b']);
  expect(sorted.fine.map(({ id }) => id)).toEqual(['a']);
  expect(sorted.verdict).toBe('error');
});

it('is ready with nothing but notes', () => {
  expect(sortChecks([check('a', 'ok'), check('b', 'note')]).verdict).toBe('ready');
  expect(sortChecks([]).verdict).toBe('ready');
});
