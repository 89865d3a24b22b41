import { expect, test } from 'vitest';
import { section } from '../testing/sections.ts';
import { parseAnswers } from './parse.ts';

test('requests by log, without those that carry a secret', () => {
  const { value } = parseAnswers([
    section('requests', '/var/log/a.log\x0012 /\n7 /search?q=x\n3 /reset?token=abc\n2 /x?a=1&session_id=9\nnonsense\n'),
    section('requests', '/var/log/b.log\x001 /b\n'),
  ]);
  expect(value.requests).toEqual([
    { log: '/var/log/a.log', path: '/', count: 12 },
    { log: '/var/log/a.log', path: '/search?q=x', count: 7 },
    { log: '/var/log/b.log', path: '/b', count: 1 },
  ]);
});
