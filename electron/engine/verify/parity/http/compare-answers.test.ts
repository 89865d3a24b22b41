import { describe, expect, it } from 'vitest';
import type { HttpAnswer } from './answer.ts';
import { compareAnswers } from './compare-answers.ts';
import { cookieShape } from './compare-headers.ts';

const context = { now: Date.UTC(2026, 10, 22), zoneOffsetMinutes: 0 };

function answer(headers: Record<string, string> = {}, changes: Partial<HttpAnswer> = {}): HttpAnswer {
  const body = Buffer.from('text');
  return { status: 200, headers: Object.entries(headers), body, cut: false, certificate: undefined, ...changes };
}

const compare = (samples: HttpAnswer[], container: HttpAnswer) => compareAnswers(samples, container, context);
const outcome = (server: HttpAnswer, container: HttpAnswer) => compare([server, server], container).outcome;

describe('compareAnswers', () => {
  it('leaves out what is of the moment or the connection', () => {
    const server = answer({ date: 'Sun, 22 Nov 2026 00:00:00 GMT', connection: 'close', 'content-length': '4' });
    expect(outcome(server, answer({ date: 'Sun, 22 Nov 2026 00:00:09 GMT', 'transfer-encoding': 'chunked' }))).toBe(
      'same',
    );
  });

  it.each([
    [{ 'content-type': 'text/html' }, { 'content-type': 'text/plain' }],
    [{ location: '/a' }, { location: '/b' }],
    [{ 'www-authenticate': 'Basic realm="a"' }, {}],
    [{}, { 'content-encoding': 'gzip' }],
    [{ 'last-modified': 'Sat, 02 Mar 2024 10:00:00 GMT' }, { 'last-modified': 'Sun, 02 Mar 2025 10:00:00 GMT' }],
  ])('finds %j become %j', (server, container) => {
    expect(outcome(answer(server), answer(container))).toBe('different');
  });

  it('lets a header vary that varies on the server, and says so', () => {
    const samples = [answer({ 'x-request-id': 'f00dfeed01' }), answer({ 'x-request-id': 'f00dfeed02' })];
    const result = compare(samples, answer({ 'x-request-id': '0badcafe99' }));
    expect(result).toMatchObject({ outcome: 'same', masked: ['header x-request-id: hex that varies on the server'] });
    expect(compare(samples, answer({})).outcome).toBe('different');
  });

  it("does not count an ETag, which is made of the file's time, and says so", () => {
    const result = compare([answer({ etag: '"2a-1"' })], answer({ etag: '"2a-2"' }));
    expect(result.outcome).toBe('same');
    expect(result.masked.join()).toContain('etag');
    expect(outcome(answer({ etag: '"2a-1"' }), answer())).toBe('different');
  });

  it('compares cookies by name and attributes', () => {
    const cookie = (text: string) => answer({ 'set-cookie': text });
    expect(outcome(cookie('sid=1; Path=/; HttpOnly'), cookie('sid=2; HttpOnly; Path=/'))).toBe('same');
    expect(outcome(cookie('sid=1; Path=/; HttpOnly'), cookie('sid=1; Path=/'))).toBe('different');
    expect(outcome(cookie('sid=1'), cookie('uid=1'))).toBe('different');
    expect(cookieShape('a=b; Expires=Sun, 22 Nov 2026 00:00:00 GMT')).toBe('a=…; Expires=…');
  });

  it('compares binary bodies byte by byte', () => {
    const binary = (...bytes: number[]) => answer({}, { body: Buffer.from([0, 1, 2, ...bytes]) });
    expect(outcome(binary(1), binary(1))).toBe('same');
    expect(outcome(binary(1), binary(2))).toBe('different');
    expect(compare([binary(1), binary(2)], binary(3)).outcome).toBe('not-compared');
  });

  it('compares certificates', () => {
    const tls = (fingerprint: string) => answer({}, { certificate: { subject: 'CN=portal', fingerprint } });
    expect(outcome(tls('AA'), tls('AA'))).toBe('same');
    expect(compare([tls('AA')], tls('BB')).differences).toEqual([expect.stringContaining('certificate')]);
  });

  it('compares no page that varies as a whole', () => {
    const text = (body: string) => answer({}, { body: Buffer.from(body) });
    expect(compare([text('8213'), text('17')], text('99')).outcome).toBe('not-compared');
  });
});
