import { afterEach, expect, test, vi } from 'vitest';
import { debianMirror, mirrorIn } from './mirror.ts';

afterEach(() => vi.unstubAllEnvs());

test("apt's own mirror of Debian, not that of its security updates and nobody else's", () => {
  const targets = [
    'Example|Example|http://packages.example/apt/',
    'Debian|Debian-Security|http://mirror.example/debian-security/',
    'Debian|Debian|http://mirror.example/debian/',
    'Debian|Debian|http://second.example/debian/',
  ];
  expect(mirrorIn(targets.join('\n'))).toBe('http://mirror.example/debian');
});

test.each([
  ['no Debian', 'Ubuntu|Ubuntu|http://mirror.example/ubuntu/'],
  ['a mirror that needs certificates', 'Debian|Debian|https://mirror.example/debian/'],
  ['one that is no server', 'Debian|Debian|file:/media/debian/'],
  ['no apt at all', ''],
])('%s: whoever asks has a default of its own', (_, targets) => {
  expect(mirrorIn(targets)).toBeUndefined();
});

test('what a person chose goes before', async () => {
  vi.stubEnv('SLIPWAY_DEBIAN_MIRROR', 'http://chosen.example/debian');
  expect(await debianMirror('bookworm')).toBe('http://chosen.example/debian');
});
