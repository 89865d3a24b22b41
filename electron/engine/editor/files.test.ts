import { chmod, readdir, stat, symlink, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { plan } from '../generate/__fixtures__/plans.ts';
import { type ScratchProject, scratchProject } from '../projects/testing/scratch-project.ts';

let scratch: ScratchProject;
let directory: string;
beforeEach(async () => {
  scratch = await scratchProject();
  directory = scratch.directory;
  await scratch.projects.create({ directory });
  await scratch.projects.savePlan({ directory, plan: plan() });
  await scratch.put('secrets/portal.env', 'TOKEN=hidden-away\n');
  await scratch.put('.git/config', '[core]\n');
  await scratch.put('notes.txt', 'one\ntwo one\n');
  await writeFile(join(dirname(directory), 'outside.txt'), 'one outside');
  await symlink('../outside.txt', join(directory, 'out.txt'));
  await symlink('..', join(directory, 'up'));
  await symlink('secrets/portal.env', join(directory, 'innocent.txt'));
  await symlink('notes.txt', join(directory, 'link.txt'));
});
afterEach(() => scratch.remove());

const search = (query: string, more: { regex?: boolean; matchCase?: boolean } = {}) =>
  scratch.files.search({ directory, query, regex: false, matchCase: false, ...more });

describe('list', () => {
  it('has every file of the project and nothing of the store, Git, or beyond', async () => {
    const files = new Map((await scratch.files.list({ directory })).map((file) => [file.path, file]));
    expect(files.get('notes.txt')).toEqual({ path: 'notes.txt', sizeBytes: 12, kind: 'text', state: 'own' });
    expect(files.get('secrets/portal.env')?.kind).toBe('secret');
    expect(files.get('innocent.txt')?.kind).toBe('secret');
    expect(files.get('secrets/secrets.manifest.yaml')?.kind).toBe('text');
    expect(files.get('link.txt')?.kind).toBe('text');
    expect([...files.keys()].filter((path) => /slipway\/|\.git\/|out|up/.test(path))).toEqual([]);
  });

  it('tells text from bytes', async () => {
    await writeFile(join(directory, 'a.bin'), Buffer.from([1, 0, 2]));
    await writeFile(join(directory, 'latin.txt'), Buffer.from('caf\xe9', 'latin1'));
    await writeFile(join(directory, 'long.txt'), `${'x'.repeat(4095)}é`);
    const kinds = new Map((await scratch.files.list({ directory })).map(({ path, kind }) => [path, kind]));
    expect(['a.bin', 'latin.txt', 'long.txt'].map((path) => kinds.get(path))).toEqual(['binary', 'binary', 'text']);
  });
});

describe('what is refused', () => {
  const paths = [
    ...['../outside.txt', '/etc/passwd', 'a/../../outside.txt', 'out.txt', 'up/outside.txt', 'up/portal/notes.txt'],
    ...['.git/config', '.slipway/project.json', 'secrets/portal.env', 'innocent.txt', 'workloads', 'a\0b', 'a\\b', ''],
  ];
  it.each(paths)('reading %j', async (path) => {
    const refused = scratch.files.read({ directory, path });
    if (path === 'up/portal/notes.txt') await expect(refused).resolves.toMatchObject({ text: 'one\ntwo one\n' });
    else await expect(refused).rejects.toMatchObject({ code: 'file.denied' });
  });

  it.each(['../new.txt', '.git/hooks/x', '.slipway/x', 'up/new.txt', 'secrets/new.env', 'sbom.cdx.json', '.env'])(
    'creating %j',
    async (path) => {
      await expect(scratch.files.create({ directory, path, text: 'x' })).rejects.toMatchObject({ code: 'file.denied' });
      expect(await readdir(dirname(directory))).not.toContain('new.txt');
    },
  );

  it('what is not there, not text, or too large', async () => {
    await writeFile(join(directory, 'a.bin'), Buffer.from([1, 0, 2]));
    await writeFile(join(directory, 'big.txt'), 'x'.repeat(6 * 1024 * 1024));
    await expect(scratch.files.read({ directory, path: 'gone' })).rejects.toMatchObject({ code: 'file.missing' });
    await expect(scratch.files.read({ directory, path: 'a.bin' })).rejects.toMatchObject({ code: 'file.denied' });
    await expect(scratch.files.read({ directory, path: 'big.txt' })).rejects.toThrow(/6\.0 MB/);
  });

  it('a folder that is no project', async () => {
    const files = scratch.files.list({ directory: dirname(directory) });
    await expect(files).rejects.toMatchObject({ code: 'project.missing' });
  });
});

describe('changing', () => {
  it('saves the next version of what was read, and only that', async () => {
    const first = await scratch.files.read({ directory, path: 'notes.txt' });
    const second = await scratch.files.write({ directory, path: 'notes.txt', text: 'two\n', version: first.version });
    expect(second.text).toBe('two\n');
    const late = scratch.files.write({ directory, path: 'notes.txt', text: 'three\n', version: first.version });
    await expect(late).rejects.toMatchObject({ code: 'file.changed' });
    expect(await scratch.text('notes.txt')).toBe('two\n');
  });

  it('keeps the mode, and a link a link', async () => {
    await chmod(join(directory, 'notes.txt'), 0o755);
    const { version } = await scratch.files.read({ directory, path: 'link.txt' });
    await scratch.files.write({ directory, path: 'link.txt', text: 'new', version });
    expect(await scratch.text('notes.txt')).toBe('new');
    expect((await stat(join(directory, 'notes.txt'))).mode & 0o111).not.toBe(0);
  });

  it('goes back to what was generated', async () => {
    const read = await scratch.files.read({ directory, path: 'README.md' });
    expect(read.generated).toBe(read.text);
    const { version } = read;
    const written = await scratch.files.write({ directory, path: 'README.md', text: 'all new\n', version });
    expect(written.generated).toBe(read.text);
    expect((await scratch.files.revert({ directory, path: 'README.md' })).text).toBe(read.text);
    await expect(scratch.files.revert({ directory, path: 'notes.txt' })).rejects.toMatchObject({ code: 'file.denied' });
  });

  it('makes and removes files of a person’s own, and no others', async () => {
    await scratch.files.create({ directory, path: 'docs/plan.md', text: '# Plan\n' });
    expect(await scratch.text('docs/plan.md')).toBe('# Plan\n');
    const again = scratch.files.create({ directory, path: 'docs/plan.md', text: '' });
    await expect(again).rejects.toMatchObject({ code: 'file.changed' });
    await scratch.files.remove({ directory, path: 'docs/plan.md' });
    expect(await readdir(directory)).not.toContain('docs');
    for (const path of ['README.md', 'sbom.cdx.json', 'secrets/portal.env', '.git/config']) {
      await expect(scratch.files.remove({ directory, path })).rejects.toMatchObject({ code: 'file.denied' });
    }
  });

  it('removes a link and not what it leads to', async () => {
    await scratch.files.remove({ directory, path: 'out.txt' });
    expect(await readdir(dirname(directory))).toContain('outside.txt');
  });
});

describe('search', () => {
  it('finds lines in what is shown, once', async () => {
    await scratch.put('other.txt', 'Only ONE\r\n');
    const { matches, truncated } = await search('one');
    const own = matches.filter(({ path }) => ['notes.txt', 'other.txt', 'link.txt', 'out.txt'].includes(path));
    expect(own).toEqual([
      { path: 'notes.txt', line: 1, column: 1, length: 3, text: 'one' },
      { path: 'notes.txt', line: 2, column: 5, length: 3, text: 'two one' },
      { path: 'other.txt', line: 1, column: 6, length: 3, text: 'Only ONE' },
    ]);
    expect(truncated).toBe(false);
  });

  it('finds no secret', async () => {
    expect((await search('hidden-away')).matches).toEqual([]);
  });

  it('takes what is typed as it stands, or as an expression', async () => {
    await scratch.put('odd.txt', 'a.c [x\nabc\n');
    expect((await search('a.c')).matches.filter(({ path }) => path === 'odd.txt')).toHaveLength(1);
    expect((await search('[x')).matches).toHaveLength(1);
    expect((await search('^a.c$', { regex: true, matchCase: true })).matches).toHaveLength(1);
    await expect(search('[x', { regex: true })).rejects.toMatchObject({ code: 'usage' });
  });

  it('is bounded: in matches, and in what an expression may take', async () => {
    await scratch.put('many.txt', 'needle\n'.repeat(3000));
    const { matches, truncated } = await search('needle');
    expect([matches.length, truncated]).toEqual([2000, true]);
    await scratch.put('slow.txt', `${'a'.repeat(60)}!`);
    await expect(search('^(a+)+$', { regex: true })).rejects.toMatchObject({ code: 'usage' });
  });

  it('ends when nobody waits for it any more', async () => {
    const input = { directory, query: 'one', regex: false, matchCase: false };
    await expect(scratch.files.search(input, AbortSignal.abort())).rejects.toMatchObject({ name: 'AbortError' });
  });
});
