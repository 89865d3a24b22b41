import { expect, it } from 'vitest';
import { sampleWorkload } from '../../testing/sample-workload.ts';
import { letIn, patternsHiding } from './let-in.ts';

const library = '/usr/lib/x86_64-linux-gnu/libgeo.so*';
const exclude = [
  { pattern: '/**/*.log', reason: 'log' },
  { pattern: library, reason: 'Chosen by hand' },
];
const workload = sampleWorkload({ files: { packages: [], include: [], exclude } });

it('finds the pattern that hides a path, whichever of its names on a merged-/usr system it is given', () => {
  expect(patternsHiding(workload, '/usr/lib/x86_64-linux-gnu/libgeo.so.1')).toEqual([library]);
  expect(patternsHiding(workload, '/lib/x86_64-linux-gnu/libgeo.so.1')).toEqual([library]);
  expect(patternsHiding(workload, '/usr/lib/x86_64-linux-gnu/libother.so.1')).toEqual([]);
});

it('drops what hides it, and nothing else', () => {
  expect(letIn(workload, [library]).files.exclude).toEqual([{ pattern: '/**/*.log', reason: 'log' }]);
});
