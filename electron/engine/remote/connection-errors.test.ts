import { expect, test } from 'vitest';
import { address, handshakeError, networkError } from './connection-errors.ts';

const portal = { host: 'portal', port: 22 };
const systemError = (code: string) => Object.assign(new Error(code), { code });

test.each([
  ['ENOTFOUND', 'server.unknown-host'],
  ['EAI_AGAIN', 'server.unknown-host'],
  ['ECONNREFUSED', 'server.refused'],
  ['EHOSTUNREACH', 'server.refused'],
  ['ENETUNREACH', 'server.refused'],
  ['ETIMEDOUT', 'server.timeout'],
  ['ECONNRESET', 'server.dropped'],
])('%s is %s', (code, expected) => {
  expect(networkError(systemError(code), portal)).toMatchObject({ code: expected, hint: expect.any(String) });
  expect(networkError(new AggregateError([systemError(code)]), portal)).toMatchObject({ code: expected });
});

test('other errors are none of the network', () => {
  expect(networkError(new Error('no'), portal)).toBeUndefined();
  expect(networkError('no', portal)).toBeUndefined();
});

test.each([
  ['Handshake failed: no matching cipher', 'server.protocol', 'no algorithm in common'],
  ['Connection lost before handshake', 'server.protocol', 'does not speak SSH'],
  ['Too many authentication failures', 'server.auth', 'gave up'],
  ['closed', 'server.dropped', 'ended the connection'],
])('“%s” of ssh2', (message, code, part) => {
  const error = handshakeError(new Error(message), portal, true);
  expect(error).toMatchObject({ code, message: expect.stringContaining(part), hint: expect.any(String) });
});

test('a server that says nothing at all', () => {
  const error = handshakeError(new Error('Connection lost before handshake'), portal, false);
  expect(error).toMatchObject({ code: 'server.dropped', message: expect.stringContaining('without a word') });
});

test('what a server says stays on one line', () => {
  const said = handshakeError(new Error(`\x1b[2J\r\n${'x'.repeat(5000)}`), portal, true).message;
  expect(said).not.toMatch(/\p{Cc}/u);
  expect(said.length).toBeLessThan(400);
});

test('an IPv6 address stands in brackets', () => {
  expect(address({ host: '::1', port: 22 })).toBe('[::1]:22');
});
