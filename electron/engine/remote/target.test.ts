import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { SlipwayError } from '../../../shared/errors.ts';
import { parseDestination, parseTarget } from './target.ts';

describe('parseTarget', () => {
  test.each([
    ['portal', { host: 'portal' }],
    ['portal.example', { host: 'portal.example' }],
    ['deploy@portal', { host: 'portal', user: 'deploy' }],
    ['deploy@portal:2222', { host: 'portal', user: 'deploy', port: 2222 }],
    ['ssh://portal', { host: 'portal' }],
    ['ssh://deploy@portal:2222', { host: 'portal', user: 'deploy', port: 2222 }],
    ['ssh://deploy@portal/', { host: 'portal', user: 'deploy' }],
    ['ssh://first%20last@portal', undefined],
    ['ssh://a%2bb@portal', { host: 'portal', user: 'a+b' }],
    ['ssh://user@corp.example@portal', { host: 'portal', user: 'user@corp.example' }],
    ['user@corp.example@portal', { host: 'portal', user: 'user@corp.example' }],
    ['ssh://[::1]:22', { host: '::1', port: 22 }],
    ['deploy@[fe80::1%eth0]', { host: 'fe80::1%eth0', user: 'deploy' }],
    ['deploy@2001:db8::7', { host: '2001:db8::7', user: 'deploy' }],
    ['192.0.2.7', { host: '192.0.2.7' }],
    ['ssh://local', { host: 'local' }],
  ])('%s', (text, expected) => {
    if (expected === undefined) expect(() => parseTarget(text)).toThrow(SlipwayError);
    else expect(parseTarget(text)).toEqual({ kind: 'ssh', sudo: false, acceptNewHostKey: false, ...expected });
  });

  test('local is this machine', () => {
    expect(parseTarget('local', { sudo: true })).toEqual({
      kind: 'local',
      host: 'local',
      sudo: true,
      acceptNewHostKey: false,
    });
  });

  test('options go in where they say something', () => {
    const options = { identityFiles: ['~/.ssh/key'], jump: ['bastion'], acceptNewHostKey: true };
    expect(parseTarget('portal', options)).toMatchObject(options);
    expect(parseTarget('portal', { identityFiles: [], jump: [] })).not.toHaveProperty('identityFiles');
  });

  test.each([
    '',
    '@portal',
    'deploy@',
    '-oProxyCommand=evil',
    'deploy@-oProxyCommand=evil',
    '-l@portal',
    'portal:0',
    'portal:65536',
    'portal:22x',
    'portal:',
    'a b',
    'ssh://',
    'ssh://portal/path',
    'http://portal',
    'ssh://[::1',
    'ssh://[portal]',
    'fe80::zz',
    'por\ntal',
  ])('refuses “%s”', (text) => {
    expect(() => parseTarget(text)).toThrow(expect.objectContaining({ code: 'usage', hint: expect.any(String) }));
  });

  test('never repeats a password', () => {
    for (const text of ['ssh://deploy:s3cret@portal', 'deploy:s3cret@portal', 'ssh://deploy:s3cret@portal:x']) {
      expect(() => parseTarget(text)).toThrow(expect.objectContaining({ code: 'usage' }));
      expect(() => parseTarget(text)).not.toThrow(/s3cret/);
    }
  });

  test('anything is either a target or a usage error of one line', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'ab-_.:@/[]%4 \n\0\u202eé'), maxLength: 30 }), (text) => {
        try {
          const { host, user = 'u' } = parseDestination(text);
          expect(host).not.toMatch(/^-|[\s\p{Cc}]/u);
          expect(user).not.toMatch(/^-|[\s\p{Cc}]/u);
        } catch (error) {
          expect(error).toMatchObject({ code: 'usage' });
          expect(String(error)).not.toMatch(/[\p{Cc}]/u);
        }
      }),
    );
  });
});
