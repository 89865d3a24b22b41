import { mkdir, mkdtemp, readdir, readFile, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { writeFiles } from './write-files.ts';

let home: string;
let root: string;
beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), 'write-files-'));
  root = join(home, 'root');
  await mkdir(root);
});
afterEach(() => rm(home, { recursive: true }));

function write(path: string, content = 'new', executable = false): Promise<void> {
  return writeFiles(root, new Map([[path, { content, executable }]]));
}

describe('writeFiles', () => {
  it('makes folders, replaces content and marks scripts', async () => {
    await write('a/b/run.sh', 'old', false);
    await write('a/b/run.sh', 'new', true);
    expect(await readFile(join(root, 'a/b/run.sh'), 'utf8')).toBe('new');
    expect((await stat(join(root, 'a/b/run.sh'))).mode & 0o100).toBe(0o100);
  });

  it.each(['../x', 'a/../../x', '/x', 'a//x', './x', '', 'a\\..\\x', 'a\0'])('refuses %j', async (path) => {
    await expect(write(path)).rejects.toMatchObject({ code: 'bundle.invalid' });
    expect(await readdir(home)).toEqual(['root']);
  });

  it('follows no link, neither on the way nor at the end', async () => {
    await writeFile(join(home, 'outside'), 'theirs');
    await symlink('..', join(root, 'up'));
    await symlink('../outside', join(root, 'leaf'));
    await expect(write('up/outside')).rejects.toMatchObject({ code: 'bundle.invalid' });
    await write('leaf');
    expect(await readFile(join(home, 'outside'), 'utf8')).toBe('theirs');
    expect(await readFile(join(root, 'leaf'), 'utf8')).toBe('new');
  });
});
