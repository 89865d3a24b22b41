import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { extract, type Header } from 'tar-stream';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { EvidenceEntry, WorkloadEvidence } from '../../../shared/model/evidence.ts';
import { mountFiles } from './mounts.ts';

let directory: string;
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'slipway-mounts-'));
  await mkdir(join(directory, 'w/config/etc/app'), { recursive: true });
  await mkdir(join(directory, 's/portal/etc/app'), { recursive: true });
  await writeFile(join(directory, 'w/config/etc/app/app.conf'), 'edited');
  await writeFile(join(directory, 's/portal/etc/app/key'), 'key');
  await symlink('app.conf', join(directory, 'w/config/etc/app/link.conf'));
});
afterEach(() => rm(directory, { recursive: true }));

function entry(path: string, changes: Partial<EvidenceEntry>): EvidenceEntry {
  const rights = { mode: 0o640, uid: 7, gid: 8, size: 99, mtime: 5 };
  return { path, type: 'file', place: 'config', ...rights, origin: 'unowned', reasons: ['test'], ...changes };
}

const evidence: WorkloadEvidence = {
  workload: 'portal',
  base: { image: '', digest: '' },
  entries: [
    entry('/etc/app/app.conf', {}),
    entry('/etc/app/key', { place: 'secret', mode: 0o400 }),
    entry('/etc/app/link.conf', { type: 'symlink', linkTarget: '/etc/app/app.conf', mode: 0o777 }),
    entry('/usr/bin/app', { place: 'payload' }),
  ],
  missingLibraries: [],
};

async function mounted(): Promise<Map<string, Header & { content: string }>> {
  const source = { workloadDir: join(directory, 'w'), secretsDir: join(directory, 's'), evidence };
  const reader = (await mountFiles(source)).pipe(extract());
  const members = new Map<string, Header & { content: string }>();
  for await (const member of reader) {
    let content = '';
    for await (const chunk of member) content += String(chunk);
    members.set(`/${member.header.name}`, { ...member.header, content });
  }
  return members;
}

describe('mountFiles', () => {
  it("gives the bundle's content the owners and modes of the server", async () => {
    const members = await mounted();
    expect([...members.keys()]).toEqual(['/etc/app/app.conf', '/etc/app/key', '/etc/app/link.conf']);
    expect(members.get('/etc/app/app.conf')).toMatchObject({ content: 'edited', mode: 0o640, uid: 7, gid: 8 });
    expect(members.get('/etc/app/key')).toMatchObject({ content: 'key', mode: 0o400 });
    expect(members.get('/etc/app/link.conf')).toMatchObject({ type: 'symlink', linkname: '/etc/app/app.conf' });
  });

  it('takes along what was added to config/', async () => {
    await writeFile(join(directory, 'w/config/etc/app/more.conf'), 'more');
    expect((await mounted()).get('/etc/app/more.conf')).toMatchObject({ content: 'more', mode: 0o644, uid: 0 });
  });

  it('says which file is gone', async () => {
    await rm(join(directory, 's/portal/etc/app/key'));
    await expect(mounted()).rejects.toMatchObject({
      code: 'bundle.invalid',
      message: expect.stringContaining('/etc/app/key'),
    });
  });

  it('follows no link that stands in the place of a file', async () => {
    await rm(join(directory, 's/portal/etc/app/key'));
    await symlink('/etc/hostname', join(directory, 's/portal/etc/app/key'));
    await expect(mounted()).rejects.toMatchObject({ code: 'bundle.invalid' });
  });
});
