import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { mentionsIn } from './mentions.ts';
import { isNamed } from './named-libraries.ts';

const directory = mkdtempSync(join(tmpdir(), 'slipway-named-'));
afterAll(() => rmSync(directory, { recursive: true, force: true }));

async function names(content: Buffer): Promise<(file: string) => boolean> {
  const path = join(directory, 'file');
  writeFileSync(path, content);
  const { libraries } = await mentionsIn(path, content.length, [], false);
  return (file) => isNamed(file, libraries);
}

describe('mentionsIn', () => {
  it('finds a name for dlopen in a program, also across the border of two reads', async () => {
    const content = Buffer.alloc(1024 * 1024 + 64);
    content.write('\x7fELF', 'latin1');
    content.write('libmagic.so.1\0', 1024 * 1024 - 6, 'latin1');
    const isThere = await names(Buffer.concat([content, Buffer.from('\0/usr/lib/libexpat.so.1\0')]));
    expect(isThere('libmagic.so.1')).toBe(true);
    expect(isThere('libexpat.so.1')).toBe(true);
    expect(isThere('libmagic.so.2')).toBe(false);
  });

  it.each([
    ["ctypes.CDLL('libcurl.so.4')", 'libcurl.so.4'],
    ["ctypes.util.find_library('curl')", 'libcurl.so.4'],
    ["ffi_lib 'curl'", 'libcurl.so.4'],
    ['dlopen("curl")', 'libcurl.so.4'],
  ])('finds it in a script: %s', async (text, file) => {
    const isThere = await names(Buffer.from(text));
    expect(isThere(file)).toBe(true);
    expect(isThere('libcurl-gnutls.so.4')).toBe(false);
  });

  it('does not read large data', async () => {
    const isThere = await names(Buffer.from('libmagic.so.1 '.repeat(100_000)));
    expect(isThere('libmagic.so.1')).toBe(false);
  });
});
