import { expect, test } from 'vitest';
import { table } from './table.ts';

const check = { id: '1', protocol: 'http', title: 't', server: '', container: '', detail: '' };

test('a line a workload, with parity counted over what was compared', () => {
  const text = table([
    {
      server: 'portal',
      seconds: 12.34,
      problems: [],
      result: {
        bundle: '/b',
        workloads: [
          {
            ...{ name: 'portal', stack: 'apache-cgi', fit: { grade: 'A', reasons: [] }, ports: [] },
            ...{ verdict: 'equivalent', reasons: [], repairs: [] },
          },
        ],
      },
      bundle: {
        ...{ alike: '15/15', problems: [], overBase: new Map([['portal', 23_400_000]]) },
        parity: {
          ...{ server: 's', takenAt: 'now' },
          workloads: [
            {
              ...{ workload: 'portal', verdict: 'equivalent', reasons: [] },
              checks: [
                { ...check, outcome: 'same' },
                { ...check, outcome: 'different' },
                { ...check, outcome: 'not-compared' },
              ],
            },
          ],
        },
      },
    },
    { server: 'redis', seconds: 3, problems: ['x'] },
  ]);
  const [, first, second] = text.split('\n').map((line) => line.split(/ {2,}/));
  expect(first).toEqual(['portal', 'portal', 'equivalent', '1/2', '23.4', '12.3', '0', '15/15', 'ok']);
  expect(second).toEqual(['redis', '-', 'failed', '-', '-', '3.0', '-', '-', '1 problem']);
});
