import { expect, it } from 'vitest';
import { isOver, supportOf } from './support.ts';

it('knows a release by its version, with or without a point', () => {
  expect(supportOf({ id: 'debian', versionId: '11' })?.ends).toBe('2026-08');
  expect(supportOf({ id: 'rhel', versionId: '7.9' })?.ends).toBe('2024-06');
  expect(supportOf({ id: 'ubuntu', versionId: '20.04' })?.released).toBe('2020-04');
});

it('says nothing of what it does not know', () => {
  expect(supportOf({ id: 'plan9', versionId: '4' })).toBeUndefined();
  expect(supportOf({ id: 'ubuntu', versionId: '20' })).toBeUndefined();
  expect(supportOf({ id: 'constructor', versionId: 'prototype' })).toBeUndefined();
  expect(supportOf({ id: 'debian', versionId: 'toString' })).toBeUndefined();
});

it('counts the last month as supported', () => {
  const support = { released: '2021-08', ends: '2026-08' };
  expect(isOver(support, new Date('2026-08-31T12:00:00Z'))).toBe(false);
  expect(isOver(support, new Date('2026-09-01T12:00:00Z'))).toBe(true);
});
