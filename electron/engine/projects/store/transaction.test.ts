import { mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { textEntry } from './read-entry.ts';
import { openTransaction, recover, sweepAbandoned } from './transaction.ts';

let home: string;
let root: string;
beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), 'slipway-transaction-'));
  root = join(home, 'project');
  await mkdir(join(root, '.slipway'), { recursive: true });
  await writeFile(join(root, 'old.txt'), 'old');
});
afterEach(() => rm(home, { recursive: true }));

const tree = async () => (await readdir(root, { recursive: true })).sort();
const store = () => readdir(join(root, '.slipway'));

describe('a transaction', () => {
  it('shows nothing before its commit and everything after it', async () => {
    const transaction = await openTransaction(root);
    await transaction.put('deep/new.txt', textEntry('new'));
    await transaction.put('link', { kind: 'link', target: 'deep/new.txt' });
    transaction.remove('old.txt');
    expect((await tree()).filter((path) => !path.startsWith('.slipway'))).toEqual(['old.txt']);
    await transaction.commit();
    expect(await tree()).toEqual(['.slipway', 'deep', 'deep/new.txt', 'link']);
    expect(await readFile(join(root, 'link'), 'utf8')).toBe('new');
  });

  it('leaves nothing of what was discarded, or abandoned by a killed process', async () => {
    const transaction = await openTransaction(root);
    await transaction.put('new.txt', textEntry('new'));
    await transaction.discard();
    expect(await store()).toEqual([]);
    await (await openTransaction(root)).put('new.txt', textEntry('new'));
    await sweepAbandoned(root);
    expect(await store()).toEqual([]);
  });

  it('keeps what stands in the way under another name', async () => {
    await mkdir(join(root, 'a'));
    await writeFile(join(root, 'a', 'mine.txt'), 'mine');
    const transaction = await openTransaction(root);
    await transaction.put('a', textEntry('file'));
    await transaction.put('old.txt/below.txt', textEntry('below'));
    await transaction.commit();
    expect(await readFile(join(root, 'a'), 'utf8')).toBe('file');
    expect(await readFile(join(root, 'old.txt/below.txt'), 'utf8')).toBe('below');
    const kept = (await tree()).filter((path) => path.includes('.own'));
    expect(kept.map((path) => path.replace(/[0-9a-f]{8}/, '')).sort()).toEqual([
      'a..own',
      'a..own/mine.txt',
      'old.txt..own',
    ]);
  });

  it('follows no link out of the project', async () => {
    await mkdir(join(home, 'outside'));
    await writeFile(join(home, 'outside', 'a.txt'), 'theirs');
    await symlink('../outside', join(root, 'out'));
    const transaction = await openTransaction(root);
    transaction.remove('out/a.txt');
    await transaction.commit();
    const second = await openTransaction(root);
    await second.put('out/a.txt', textEntry('ours'));
    await second.commit();
    expect(await readFile(join(home, 'outside', 'a.txt'), 'utf8')).toBe('theirs');
    expect(await readFile(join(root, 'out/a.txt'), 'utf8')).toBe('ours');
  });
});

describe('recover', () => {
  it('goes nowhere that a journal should not lead', async () => {
    const staging = 'commit-00000000-0000-4000-8000-000000000000';
    await mkdir(join(root, '.slipway', staging));
    await writeFile(join(root, '.slipway', staging, '0'), 'evil');
    const journal = { staging, puts: [{ from: '0', to: '../evil.txt' }], removes: ['../project/old.txt'] };
    await writeFile(join(root, '.slipway/journal.json'), JSON.stringify(journal));
    await recover(root);
    expect(await readdir(home)).toEqual(['project']);
    expect(await tree()).toEqual(['.slipway', 'old.txt']);
  });
});
