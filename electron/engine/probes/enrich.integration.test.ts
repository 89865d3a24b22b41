import { chmodSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Facts } from '../../../shared/model/facts.ts';
import type { Want } from '../../../shared/model/findings.ts';
import { emptyFacts } from '../../../shared/testing/empty-facts.ts';
import { enrich } from './enrich.ts';
import { testJob } from './testing/job.ts';
import { localShell } from './testing/local-shell.ts';

let root = '';

const ownRequest = '127.0.0.1 - - [01/Jan/2026:10:00:00 +0000] "GET /compared HTTP/1.1" 200 5 "-" "slipway-parity/1"\n';

function line(path: string, status: number, prefix = ''): string {
  return `${prefix}10.0.0.9 - - [22/Nov/2026:19:00:00 +0000] "GET ${path} HTTP/1.1" ${status} 12 "-" "curl/8"\n`;
}

beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'slipway-enrich-'));
  mkdirSync(join(root, 'conf.d/sub'), { recursive: true });
  writeFileSync(join(root, 'main.conf'), 'main\n');
  writeFileSync(join(root, 'conf.d/a.conf'), 'a\n');
  writeFileSync(join(root, 'conf.d/sub/b.conf'), 'b\n');
  writeFileSync(join(root, 'conf.d/it$(touch INJECTED)s `odd`\' "name.conf'), 'odd\n');
  writeFileSync(join(root, 'key.pem'), `-----BEGIN ${'EC'} PRIVATE KEY-----\n`);
  writeFileSync(join(root, 'big.conf'), 'x'.repeat(300_000));
  symlinkSync('conf.d/a.conf', join(root, 'link.conf'));
  symlinkSync('nowhere', join(root, 'dangling'));
  writeFileSync(
    join(root, 'access.log'),
    line('/', 200).repeat(3) + line('/gone', 404) + line('/new', 304, 'portal:80 ') + ownRequest,
  );
  writeFileSync(join(root, 'access.log.1'), line('/', 200) + line('/old', 200) + line('/new', 200));
  chmodSync(root, 0o755);
});

afterAll(() => rmSync(root, { recursive: true }));

async function ask(shell: string[], wants: Want[], facts: Facts = emptyFacts()) {
  const host = localShell(shell);
  const enriched = await enrich(host, facts, wants, testJob());
  expect(host.execs).toBe(1);
  return enriched;
}

const config = (path: string): Want => ({ kind: 'config', path: join(root, path) });
const contents = (facts: Facts) =>
  facts.configFiles.map((file) => [file.path.slice(root.length + 1), file.content]).sort();

describe.each([['dash'], ['busybox']])('%s', (shell) => {
  const argv = shell === 'busybox' ? ['busybox', 'sh'] : [shell];

  test('files, directories and globs; a link keeps its own path and brings its target', async () => {
    const facts = await ask(argv, [config('main.conf'), config('conf.d'), config('link.conf'), config('*.none')]);
    expect(contents(facts)).toEqual([
      ['conf.d/a.conf', 'a\n'],
      ['conf.d/it$(touch INJECTED)s `odd`\' "name.conf', 'odd\n'],
      ['conf.d/sub/b.conf', 'b\n'],
      ['link.conf', 'a\n'],
      ['main.conf', 'main\n'],
    ]);
    expect(facts.configFiles.every((file) => file.source === 'requested')).toBe(true);
    const types = new Map(facts.files.map((file) => [file.path.slice(root.length + 1), file.type]));
    expect(types.get('link.conf')).toBe('symlink');
    expect(types.get('conf.d/a.conf')).toBe('file');
    expect(types.get('*.none')).toBe('missing');
  });

  test('globs expand, and nothing else in a path does', async () => {
    const odd = `conf.d/it$(touch INJECTED)s \`odd\`' "name.conf`;
    const facts = await ask(argv, [config('conf.d/*.conf'), config(odd)]);
    expect(contents(facts).map(([path]) => path)).toEqual(['conf.d/a.conf', odd]);
    expect(readdirSync(process.cwd())).not.toContain('INJECTED');
    expect(readdirSync(root)).not.toContain('INJECTED');
  });

  test('metadata, owners through links, and what is missing', async () => {
    const wants = ['/bin/sh', join(root, 'dangling'), join(root, 'nope')].map((path): Want => ({ kind: 'file', path }));
    const facts = await ask(argv, wants);
    const found = (path: string) => facts.files.find((file) => file.path === path);
    expect(found('/bin/sh')).toMatchObject({ type: 'symlink', linkTarget: 'dash' });
    expect(found('/usr/bin/dash')).toMatchObject({ type: 'file', package: 'dash' });
    expect(found(join(root, 'dangling'))).toMatchObject({ type: 'symlink', linkTarget: 'nowhere' });
    expect(found(join(root, 'nope'))).toMatchObject({ type: 'missing' });
  });

  test('the most requested paths of a log and the one before it, without those of an earlier comparison', async () => {
    const facts = await ask(argv, [{ kind: 'access-log', path: join(root, 'access.log') }]);
    expect(facts.requests.map(({ path, count }) => [path, count])).toEqual([
      ['/', 4],
      ['/new', 2],
      ['/old', 1],
    ]);
  });
});

test('a key is not read and a long file is cut, and both are said', async () => {
  const facts = await ask(['sh'], [config('key.pem'), config('big.conf')]);
  expect(facts.configFiles.map((file) => [file.path, file.content.length, file.truncated])).toEqual([
    [join(root, 'big.conf'), 262_144, true],
  ]);
  expect(facts.gaps.map((gap) => [gap.subject, gap.reason])).toEqual([
    [join(root, 'big.conf'), 'truncated'],
    [join(root, 'key.pem'), 'unparsable'],
  ]);
});

test('without root, what is hidden is a gap and not missing by mistake', async () => {
  chmodSync(root, 0o700);
  const own = ['setpriv', '--reuid=65534', '--regid=65534', '--clear-groups', 'sh'];
  const facts = await ask(own, [config('main.conf')]);
  chmodSync(root, 0o755);
  expect(facts.gaps).toEqual([expect.objectContaining({ subject: join(root, 'main.conf'), reason: 'permission' })]);
});

test('new answers take the place of old ones, the rest stays', async () => {
  const old = { path: join(root, 'main.conf'), source: 'package:x', content: 'old', truncated: false };
  const kept = { path: '/etc/other', source: 'package:x', content: 'kept', truncated: false };
  const facts = await ask(['sh'], [config('main.conf')], { ...emptyFacts(), configFiles: [old, kept] });
  expect(facts.configFiles.map((file) => [file.path, file.content, file.source])).toEqual([
    [join(root, 'main.conf'), 'main\n', 'requested'],
    ['/etc/other', 'kept', 'package:x'],
  ]);
});

test('nothing to ask needs no exec', async () => {
  const host = localShell(['sh']);
  const facts = emptyFacts();
  expect(await enrich(host, facts, [{ kind: 'file', path: 'relative' }], testJob())).toBe(facts);
  expect(host.execs).toBe(0);
});
