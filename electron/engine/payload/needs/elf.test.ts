import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type ReadAt, readElf } from './elf.ts';
import { makeElf } from './testing/make-elf.ts';

function over(bytes: Buffer): ReadAt {
  return async (offset, length) => bytes.subarray(offset, offset + length);
}

describe('readElf', () => {
  it.each([32, 64] as const)('reads loader, libraries and paths of a %i-bit file', async (bits) => {
    const elf = makeElf({
      bits,
      interpreter: '/lib/ld.so',
      needed: ['liba.so.1', 'libb.so'],
      runPath: '$ORIGIN/../lib:/opt/lib',
      soname: 'me.so',
    });
    expect(await readElf(over(elf))).toMatchObject({
      bits,
      interpreter: '/lib/ld.so',
      needed: ['liba.so.1', 'libb.so'],
      runPath: ['$ORIGIN/../lib', '/opt/lib'],
      soname: 'me.so',
    });
  });

  it('reads the program that runs this test', async () => {
    const elf = await readElf(over(readFileSync(process.execPath)));
    const told = execFileSync('sh', ['-c', 'ldd "$1" || true', 'sh', process.execPath], { encoding: 'utf8' });
    for (const soname of elf?.needed ?? []) expect(told).toContain(soname);
    expect(elf?.needed).toContain('libc.so.6');
  });

  it.each([
    ['nothing', Buffer.alloc(0)],
    ['a script', Buffer.from('#!/bin/sh\n')],
    ['a magic alone', Buffer.from('\x7fELF')],
  ])('takes %s for no ELF file', async (_what, bytes) => {
    expect(await readElf(over(bytes))).toBeUndefined();
  });

  it('survives any damage', async () => {
    const whole = makeElf({ bits: 64, interpreter: '/lib/ld.so', needed: ['liba.so'], runPath: '', soname: '' });
    const damage = fc.array(fc.tuple(fc.nat(whole.length - 1), fc.nat(255)), { maxLength: 12 });
    await fc.assert(
      fc.asyncProperty(damage, fc.nat(whole.length), async (changes, length) => {
        const bytes = Buffer.from(whole);
        for (const [at, value] of changes) bytes[at] = value;
        await readElf(over(bytes.subarray(0, length)));
      }),
      { numRuns: 300 },
    );
  });
});
