import { execFileSync } from 'node:child_process';
import { readFileSync, realpathSync } from 'node:fs';
import { afterAll, describe, expect, it } from 'vitest';
import { build, engine, run, type TarFile, tarOf } from '../__fixtures__/engine.ts';
import { entry, evidence, plan, workload } from '../__fixtures__/plans.ts';
import { generateWorkload } from '../workload-files.ts';

const docker = engine();
const tags: string[] = [];
afterAll(async () => {
  for (const tag of tags) await docker.getImage(tag).remove({ force: true });
});

/** Builds what is generated for a workload, with these files as its payload. */
async function buildWorkload(
  name: string,
  changes: Parameters<typeof workload>[0],
  payload: TarFile[],
  app: TarFile[] = [],
): Promise<string> {
  const changed = workload({ name, ...changes });
  const entries = [
    ...payload.map((file) => entry(`/${file.name}`, { type: file.type === 'directory' ? 'directory' : 'file' })),
    ...app.map((file) => entry(`/${file.name}`, { place: 'app', uid: file.uid ?? 0, gid: file.gid ?? 0 })),
  ];
  const files = generateWorkload({ plan: plan([changed]), workload: changed, evidence: evidence(entries, name) });
  const tag = `slipway-generate-test/${name}`;
  tags.push(tag);
  await build(docker, tag, [
    ...[...files].map(([path, file]) => ({ name: path, content: file.content, mode: file.executable ? 0o755 : 0o644 })),
    ...app.map(({ name: path, content = '' }) => ({ name: `app/${path}`, content })),
    { name: 'payload.tar', content: await tarOf(payload) },
  ]);
  return tag;
}

describe('a minimal Dockerfile on a real engine', () => {
  it('keeps owners and modes, user, umask, directory and the command as they are', async () => {
    const tag = await buildWorkload(
      'minimal',
      {
        user: { name: 'svc', uid: 1234, gid: 1235, groups: [1235] },
        umask: '0027',
        workingDirectory: '/srv/a b',
        environment: [{ name: 'MOTTO', value: '$HOME "q" \\ \'s\' #x', reason: '' }],
        command: [
          '/bin/sh',
          '-c',
          'pwd; umask; id -u; id -g; printf "%s\\n" "$MOTTO" "$0"; stat -c "%u:%g %a %n" /srv/app /srv/app/*',
          "$HOME\n'x'",
        ],
      },
      [
        { name: 'srv', type: 'directory', mode: 0o755 },
        { name: 'srv/app', type: 'directory', mode: 0o751, uid: 1234, gid: 1235 },
        { name: 'srv/app/run', content: 'x', mode: 0o4750, uid: 1234, gid: 7 },
      ],
      [{ name: 'srv/app/page.txt', content: 'hello', uid: 1234, gid: 1235 }],
    );
    expect(await run(docker, tag)).toBe(
      [
        '/srv/a b',
        '0027',
        '1234',
        '1235',
        '$HOME "q" \\ \'s\' #x',
        "$HOME\n'x'",
        '1234:1235 751 /srv/app',
        '1234:1235 644 /srv/app/page.txt',
        '1234:7 4750 /srv/app/run',
        '',
      ].join('\n'),
    );
  });

  it('says ports, volumes and the signal in the image, whatever their characters', async () => {
    const tag = await buildWorkload(
      'described',
      {
        ports: [{ container: 53, protocol: 'udp', address: '0.0.0.0', publish: true, reason: '' }],
        data: [{ path: '/data/$HOME "it\'s" \\x', reason: '' }],
        stop: { signal: 'SIGRTMIN+3', graceSeconds: 1 },
      },
      [{ name: 'x', content: 'x' }],
    );
    const { Config } = await docker.getImage(tag).inspect();
    expect(Config).toMatchObject({
      ExposedPorts: { '53/udp': {} },
      Volumes: { '/data/$HOME "it\'s" \\x': {} },
      StopSignal: 'SIGRTMIN+3',
      Cmd: ['/usr/sbin/apache2', '-D', 'FOREGROUND'],
    });
  });
});

describe('a Dockerfile from scratch on a real engine', () => {
  it('runs a program with nothing but the files that it needs', async () => {
    const shell = realpathSync('/bin/sh');
    const libraries = execFileSync('ldd', [shell], { encoding: 'utf8' }).match(/\/\S+/g) ?? [];
    const tag = await buildWorkload(
      'scratch',
      { strategy: 'scratch', command: ['/bin/sh', '-c', 'echo from scratch'] },
      [
        { name: 'bin/sh', content: readFileSync(shell), mode: 0o755 },
        ...libraries.map((path) => ({ name: path.slice(1), content: readFileSync(path), mode: 0o755 })),
      ],
    );
    expect(await run(docker, tag)).toBe('from scratch\n');
  });
});
