import { expect, it } from 'vitest';
import { speaksHttp } from './speaks-http.ts';

const checks = ['greeting:5672', 'http:15672:/', 'greeting:15672', 'process:user'].map((id) => ({ id }));

it.each([
  [15672, true],
  [5672, false],
  [8080, true],
])('port %i: %s', (port, expected) => {
  expect(speaksHttp(checks, port)).toBe(expected);
});
