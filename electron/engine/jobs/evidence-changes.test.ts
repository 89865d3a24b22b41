import { expect, it } from 'vitest';
import type { EvidenceEntry, WorkloadEvidence } from '../../../shared/model/evidence.ts';
import { describeChanges } from './evidence-changes.ts';

const file = (path: string, more: Partial<EvidenceEntry> = {}): EvidenceEntry => ({
  path,
  type: 'file',
  place: 'payload',
  ...{ mode: 0o644, uid: 0, gid: 0, size: 1, mtime: 1, sha256: 'a' },
  origin: 'unowned',
  reasons: [],
  ...more,
});
const evidence = (entries: EvidenceEntry[], digest = 'sha256:1'): WorkloadEvidence => ({
  workload: 'portal',
  base: { image: 'debian:bookworm-slim', digest },
  entries,
  missingLibraries: [],
});

it('names what changed, and how', () => {
  const before = [file('/a'), file('/b'), file('/c'), file('/d'), file('/same'), file('/config', { place: 'config' })];
  const now = [
    file('/a', { sha256: 'b' }),
    file('/b', { mode: 0o755 }),
    file('/d', { mtime: 2 }),
    file('/new\u001b'),
    file('/same'),
  ];
  expect(describeChanges(evidence(before), evidence(now))).toBe(
    '/a has changed, /b has other rights, /c is gone, /d was written again, /new is new',
  );
});

it('counts what it does not name', () => {
  const many = Array.from({ length: 9 }, (_, index) => file(`/${index}`));
  expect(describeChanges(evidence([]), evidence(many))).toMatch(/^\/0 is new, .*\/4 is new, 4 more$/);
});

it('says that the base is another one, or that it cannot tell', () => {
  expect(describeChanges(evidence([], 'sha256:1'), evidence([], 'sha256:2'))).toContain('base image debian');
  expect(describeChanges(evidence([file('/a')]), evidence([file('/a')]))).toContain('order or form');
});
