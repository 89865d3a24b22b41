import { mkdir, mkdtemp, readdir, readFile, readlink, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type GeneratedFile, textFile } from '../../generate/generated-file.ts';
import { type Edits, openEdits } from './edits.ts';

let home: string;
let edits: Edits;
beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), 'slipway-edits-'));
  await mkdir(join(home, 'files/workloads/portal'), { recursive: true });
  edits = openEdits(join(home, 'project'), { files: join(home, 'files'), generated: join(home, 'generated') });
});
afterEach(() => rm(home, { recursive: true }));

/** Writes below the home: `project/…` is the person's, `files/…` what the run fetched. */
async function put(path: string, content: string): Promise<void> {
  await mkdir(dirname(join(home, path)), { recursive: true });
  await writeFile(join(home, path), content);
}

/** A file of the project as it was generated last, and as a person left it. */
async function edited(path: string, base: string, now = base): Promise<void> {
  await put(`project/.slipway/generated/${path}`, base);
  await put(`project/${path}`, now);
}

const text = (path: string) => readFile(join(home, path), 'utf8');
const dockerfile = (content: string): Map<string, GeneratedFile> => new Map([['Dockerfile', textFile(content)]]);
const [app, config] = ['workloads/portal/app/srv/a.pl', 'workloads/portal/config/etc/a.conf'];

describe('compose', () => {
  it('takes what was fetched where nobody edited', async () => {
    await edited(app, 'old\n');
    await put(`files/${app}`, 'new\n');
    await edits.compose('portal', dockerfile('FROM a'));
    expect([await text(`files/${app}`), await text('files/workloads/portal/Dockerfile')]).toEqual([
      'new\n',
      'FROM a\n',
    ]);
  });

  it('keeps edits of generated files, of the application and of configuration', async () => {
    await edited('workloads/portal/Dockerfile', 'FROM a\n\nCMD b\n', 'FROM a\n# mine\n\nCMD b\n');
    await edited(app, '1\n2\n3\n', 'one\n2\n3\n');
    await edited(config, 'port 80\n', 'port 81\n');
    await put(`files/${app}`, '1\n2\nthree\n');
    await put(`files/${config}`, 'port 80\n');
    await edits.compose('portal', dockerfile('FROM a\n\nCMD c'));
    expect(await text('files/workloads/portal/Dockerfile')).toBe('FROM a\n# mine\n\nCMD c\n');
    expect(await text(`files/${app}`)).toBe('one\n2\nthree\n');
    expect(await text(`files/${config}`)).toBe('port 81\n');
    expect(await text(`generated/${config}`)).toBe('port 80\n');
  });

  it('builds a person’s own files too, and does not call them made', async () => {
    await put('project/workloads/portal/extra.sh', 'echo mine\n');
    await put('project/workloads/portal/config/etc/own.conf', 'mine\n');
    await edits.compose('portal', dockerfile('FROM a'));
    expect(await text('files/workloads/portal/extra.sh')).toBe('echo mine\n');
    expect(await edits.made('portal')).toEqual(['workloads/portal/Dockerfile']);
  });

  it('leaves out what was fetched before and is not any more', async () => {
    await edited(app, 'old\n');
    await edits.compose('portal', dockerfile('FROM a'));
    expect(await readdir(join(home, 'files/workloads/portal'))).toEqual(['Dockerfile']);
  });

  it('keeps a secret that a person changed, whole, and a link that nobody changed', async () => {
    await edited('secrets/portal.env', "TOKEN='server'\n", "TOKEN='mine'\n");
    await edited('secrets/portal/etc/key', 'server', 'mine');
    await put('files/secrets/portal.env', "TOKEN='server-2'\n");
    await put('files/secrets/portal/etc/key', 'server-2');
    await mkdir(join(home, 'files/workloads/portal/config'), { recursive: true });
    await symlink('a.conf', join(home, 'files/workloads/portal/config/link'));
    await edits.compose('portal', new Map());
    expect([await text('files/secrets/portal.env'), await text('files/secrets/portal/etc/key')]).toEqual([
      "TOKEN='mine'\n",
      'mine',
    ]);
    expect(await readlink(join(home, 'files/workloads/portal/config/link'))).toBe('a.conf');
  });

  it('refuses to build a conflict, which then stands in the project and can be resolved', async () => {
    await put('project/.slipway/project.json', '{"slipway":1,"name":"x","step":"run"}');
    await edited('workloads/portal/Dockerfile', 'CMD a\n', 'CMD mine\n');
    const theirs = dockerfile('CMD theirs');
    await expect(edits.compose('portal', theirs)).rejects.toMatchObject({ code: 'file.conflict' });
    expect(await text('project/workloads/portal/Dockerfile')).toBe(
      '<<<<<<< edited\nCMD mine\n=======\nCMD theirs\n>>>>>>> generated\n',
    );
    await put('project/workloads/portal/Dockerfile', 'CMD both\n');
    await edits.compose('portal', theirs);
    expect(await text('files/workloads/portal/Dockerfile')).toBe('CMD both\n');
  });

  it('starts each round from what is generated then', async () => {
    await edited('workloads/portal/Dockerfile', 'FROM a\n\nCMD b\n', 'FROM a\n# mine\n\nCMD b\n');
    await put('project/workloads/portal/extra.sh', 'mine\n');
    await edits.compose('portal', new Map([...dockerfile('FROM a\n\nCMD b'), ['entry.sh', textFile('x')]]));
    await edits.compose('portal', dockerfile('FROM a\n\nCMD c'));
    expect(await edits.made('portal')).toEqual(['workloads/portal/Dockerfile']);
    expect(await text('generated/workloads/portal/Dockerfile')).toBe('FROM a\n\nCMD c\n');
    expect(await text('files/workloads/portal/Dockerfile')).toBe('FROM a\n# mine\n\nCMD c\n');
  });
});

describe('again', () => {
  it('brings in what was edited while the run went on', async () => {
    await edited('workloads/portal/Dockerfile', 'FROM a\n\nCMD b\n');
    await edits.compose('portal', dockerfile('FROM a\n\nCMD c'));
    await put('project/workloads/portal/Dockerfile', 'FROM a\n# late\n\nCMD b\n');
    expect(await edits.again('portal')).toEqual([]);
    expect(await text('files/workloads/portal/Dockerfile')).toBe('FROM a\n# late\n\nCMD c\n');
    await put('project/workloads/portal/Dockerfile', 'FROM a\n\nCMD mine\n');
    expect(await edits.again('portal')).toEqual(['workloads/portal/Dockerfile']);
  });
});
