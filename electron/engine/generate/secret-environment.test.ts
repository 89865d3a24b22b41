import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readSecretEnvironment, secretEnvironment } from './secret-environment.ts';

function line(value: string): string {
  return secretEnvironment(new Map([['A', value]]));
}

describe('secretEnvironment', () => {
  it('takes ordinary values to the letter in single quotes', () => {
    expect(line('$HOME "x" #')).toBe(`A='$HOME "x" #'\n`);
  });

  it('escapes what single quotes cannot hold', () => {
    expect(line(`it's $5 "x" \\ \n`)).toBe(`A="it's \\$5 \\"x\\" \\\\ \\n"\n`);
  });

  it('says which secret cannot be written, and not what it is', () => {
    expect(() => line('a\0hidden')).toThrow(
      expect.objectContaining({ message: expect.not.stringContaining('hidden') }),
    );
  });

  it('refuses a name that is none', () => {
    expect(() => secretEnvironment(new Map([['A\nB', 'x']]))).toThrow(/environment variable/);
  });
});

describe('readSecretEnvironment', () => {
  it('reads what was written', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (value) => {
        fc.pre(!value.includes('\0'));
        expect(readSecretEnvironment(line(value))).toEqual(new Map([['A', value]]));
      }),
    );
  });

  it('reads what a person writes', () => {
    const text = '# comment\n\nexport A=plain\nB="quoted"\r\nC=\'\'\nnonsense';
    expect([...readSecretEnvironment(text)]).toEqual([
      ['A', 'plain'],
      ['B', 'quoted'],
      ['C', ''],
    ]);
  });
});
