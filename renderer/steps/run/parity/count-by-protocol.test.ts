import { expect, it } from 'vitest';
import { countByProtocol } from './count-by-protocol.ts';

it('counts each kind of check by its outcome, in their order', () => {
  expect(
    countByProtocol([
      { protocol: 'http', outcome: 'same' },
      { protocol: 'process', outcome: 'different' },
      { protocol: 'http', outcome: 'same' },
      { protocol: 'process', outcome: 'not-compared' },
    ]),
  ).toEqual([
    { protocol: 'http', same: 2, different: 0, notCompared: 0 },
    { protocol: 'process', same: 0, different: 1, notCompared: 1 },
  ]);
  expect(countByProtocol([])).toEqual([]);
});
