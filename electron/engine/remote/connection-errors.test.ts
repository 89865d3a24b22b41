import { expect, test } from 'vitest';
import { address, handshakeError, networkError, otherServiceError } from './connection-errors.ts';

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

test.each([
  ['RFB 003.008\n', 'it says “RFB 003.008”'],
  ['220 mail.example ESMTP\r\n250 more\r\n', 'it says “220 mail.example ESMTP”'],
  ['\x15\x03\x01\x00\x02', 'it says something else'],
])('%j is no SSH server', (said, part) => {
  expect(otherServiceError(portal, said)).toMatchObject({
    code: 'server.protocol',
    message: expect.stringContaining(part),
  });
});

test('what an SSH server says before its own line is no other service', () => {
  expect(otherServiceError(portal, 'Hello.\r\nSSH-2.0-OpenSSH_9.2\r\n')).toBeUndefined();
  expect(otherServiceError(portal, '')).toBeUndefined();
});
