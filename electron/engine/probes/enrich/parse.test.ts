import { expect, test } from 'vitest';
import { section } from '../testing/sections.ts';
import { parseAnswers } from './parse.ts';

test('the paths that stand in a program, and whether it speaks HTTP', () => {
  const { value } = parseAnswers([
    section('names', '/opt/gauge/gauged\0/etc/gauge.conf\n/var/lib/gauge\n'),
    section('names', '/opt/web/webd\0HTTP/1.1\n/srv/web\nHTTP/1.0\n'),
    section('names', '/opt/mute\0'),
  ]);
  expect(value.programs).toEqual([
    { path: '/opt/gauge/gauged', names: ['/etc/gauge.conf', '/var/lib/gauge'], speaksHttp: false },
    { path: '/opt/web/webd', names: ['/srv/web'], speaksHttp: true },
    { path: '/opt/mute', names: [], speaksHttp: false },
  ]);
});

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
