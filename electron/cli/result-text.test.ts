import { expect, test } from 'vitest';
import type { WorkloadResult } from '../../shared/model/result.ts';
import { resultText } from './result-text.ts';

const workload: WorkloadResult = {
  name: 'portal',
  stack: 'apache-cgi',
  fit: { grade: 'A', reasons: [] },
  ports: [],
  verdict: 'runs',
  reasons: [],
  repairs: [],
};

test('a warning of the result stands between the table and what to do next, free of control characters', () => {
  const text = resultText({ bundle: '/b', workloads: [workload], warnings: ['some \u001b[2Jfiles were lost'] });
  const lines = text.split('\n');
  const at = lines.findIndex((line) => line.startsWith('warning: some'));
  expect(lines[at]).toContain('files were lost');
  expect(lines[at]).not.toContain('\u001b');
  expect(lines.findIndex((line) => line.startsWith('portal'))).toBeLessThan(at);
  expect(lines.findIndex((line) => line.startsWith('Bundle'))).toBeGreaterThan(at);
});

test('nothing found, though not all was seen', () => {
  expect(resultText({ bundle: '/b', workloads: [], warnings: ['units were lost'] })).toContain(
    'warning: units were lost',
  );
  expect(resultText({ bundle: '/b', workloads: [] })).not.toContain('warning');
});
