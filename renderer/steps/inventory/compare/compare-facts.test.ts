import { expect, it } from 'vitest';
import { emptyFacts, emptyOs, emptyProcess } from '../../../../shared/testing/empty-facts.ts';
import { compareFacts } from './compare-facts.ts';

const listener = { protocol: 'tcp', address: '0.0.0.0', port: 80, path: '', pids: [10] } as const;

it('finds nothing between a scan and itself taken later with other process ids', () => {
  const before = emptyFacts({
    processes: [emptyProcess({ pid: 10, comm: 'web' })],
    listeners: [{ ...listener, pids: [10] }],
  });
  const after = emptyFacts({
    takenAt: '2026-02-01T00:00:00.000Z',
    processes: [emptyProcess({ pid: 99, comm: 'web' })],
    listeners: [{ ...listener, pids: [99] }],
  });
  expect(compareFacts(before, after)).toEqual([]);
});

it('tells what came, what went and what changed, area by area', () => {
  const before = emptyFacts({
    users: [{ name: 'anna', uid: 1000, gid: 1000, gecos: '', home: '/home/anna', shell: '/bin/sh' }],
  });
  const after = emptyFacts({
    os: emptyOs({ kernel: '6.2.0' }),
    listeners: [{ ...listener, pids: [] }],
  });
  expect(compareFacts(before, after)).toEqual([
    { area: 'system', added: [], removed: [], changed: [{ name: 'kernel', before: '6.1.0', after: '6.2.0' }] },
    { area: 'ports', added: ['0.0.0.0:80/tcp'], removed: [], changed: [] },
    { area: 'users', added: [], removed: ['anna'], changed: [] },
  ]);
});
