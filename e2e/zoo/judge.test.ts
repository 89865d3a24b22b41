import { expect, test } from 'vitest';
import type { WorkloadResult } from '../../shared/model/result.ts';
import type { Answer } from '../lab/ask/ask-all.ts';
import { portal } from '../lab/servers/portal/server.ts';
import { judgeAnswers, judgeResult } from './judge.ts';

const workload: WorkloadResult = {
  name: 'portal',
  stack: 'apache-cgi',
  fit: { grade: 'A', reasons: [] },
  ports: [{ container: 8088, protocol: 'tcp', host: 40001 }],
  verdict: 'equivalent',
  reasons: [],
  repairs: [],
};

function migration(workloads: WorkloadResult[], exitCode = 0) {
  return { exitCode, seconds: 1, said: '', result: { bundle: '/b', workloads } };
}

test('a migration with every expected workload equivalent is fine', () => {
  expect(judgeResult(portal, migration([workload]))).toEqual([]);
});

test('a missing workload, another port and another verdict are problems', () => {
  expect(judgeResult(portal, migration([]))).toHaveLength(1);
  expect(judgeResult(portal, migration([{ ...workload, ports: [] }]))).toHaveLength(1);
  expect(judgeResult(portal, migration([{ ...workload, verdict: 'runs', reasons: ['why'] }], 2))).toEqual([
    'portal is runs: why',
    'exit code 2: ',
  ]);
});

test('no result is a problem that carries what was said', () => {
  expect(judgeResult(portal, { exitCode: 3, seconds: 1, said: 'slipway: refused' })).toEqual([
    'exit code 3: slipway: refused',
  ]);
});

test('answers must be what the source says and the same on both sides', () => {
  const [question] = portal.questions;
  if (question === undefined) throw new Error('the portal is asked nothing');
  const answer = (text: string, expected = true): Answer => ({ question, text, expected });
  expect(judgeAnswers([answer('a')], [answer('a')])).toEqual([]);
  expect(judgeAnswers([answer('a')], [answer('b')])).toHaveLength(1);
  expect(judgeAnswers([answer('a', false)], [answer('a', false)])).toHaveLength(1);
  expect(judgeAnswers([answer('a')], [])).toHaveLength(1);
});
