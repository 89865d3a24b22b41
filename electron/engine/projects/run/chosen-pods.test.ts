import { describe, expect, it } from 'vitest';
import { plan, workload } from '../../generate/__fixtures__/plans.ts';
import { chosenPods, chosenWorkloads } from './chosen-pods.ts';

const pod = (name: string, workloads: string[]) => ({ name, workloads, sharedDirectories: [], reason: '' });
const three = plan(
  ['web', 'php', 'cache'].map((name) => workload({ name })),
  { pods: [pod('web', ['web', 'php']), pod('cache', ['cache'])] },
);

describe('chosenPods', () => {
  it('runs everything where nothing is named, and with a workload its whole pod', () => {
    expect(chosenPods(three, undefined).map(({ name }) => name)).toEqual(['web', 'cache']);
    expect(chosenPods(three, ['php']).map(({ name }) => name)).toEqual(['web']);
    expect(chosenPods(three, [])).toEqual([]);
  });

  it('refuses names that the plan does not have', () => {
    expect(() => chosenPods(three, ['ghost'])).toThrow(/no workload named ghost/);
    expect(() => chosenWorkloads(plan([]), ['a\nb'])).toThrow();
  });
});
