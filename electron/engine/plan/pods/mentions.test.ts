import { expect, test } from 'vitest';
import { mentionOf } from './mentions.ts';

const port = (container: number, address: string) => ({
  container,
  protocol: 'tcp' as const,
  address,
  publish: address !== '127.0.0.1',
  reason: '',
});

const text = (content: string) => [{ where: 'variable CACHE', content }];

test.each(['127.0.0.1:11311', 'localhost:11311', 'host: localhost\nport: 1\ncache = "127.0.0.1", 11311'])(
  'a port behind a name of the loopback is a mention: %s',
  (content) => {
    expect(mentionOf(text(content), [port(11311, '0.0.0.0')], [])?.reason).toBe(
      'variable CACHE names port 11311 of this machine',
    );
  },
);

test('a bare number names only a service that nobody else can reach', () => {
  expect(mentionOf(text('port = 11311'), [port(11311, '127.0.0.1')], [])).toBeDefined();
  expect(mentionOf(text('port = 11311'), [port(11311, '0.0.0.0')], [])).toBeUndefined();
});

test.each(['113110', '10.11311', '1.11311.2', 'cache.example:1131'])('another number is none: %s', (content) => {
  expect(mentionOf(text(content), [port(11311, '127.0.0.1')], [])).toBeUndefined();
});

test('a socket is named by its whole path', () => {
  expect(mentionOf(text('unix:/run/a.sock'), [], ['/run/a.sock'])?.path).toBe('/run/a.sock');
  expect(mentionOf(text('unix:/run/a.sock.old-1/x'), [], ['/run/a'])?.path).toBe(undefined);
});
