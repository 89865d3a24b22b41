import { chmod, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { secretEnvironmentFile, secretFile } from '../../bundle/layout.ts';
import { writeFiles } from '../../bundle/write-files.ts';
import { compose, engine, tarOf } from '../__fixtures__/engine.ts';
import { entry, evidence, plan, workload } from '../__fixtures__/plans.ts';
import { generateBundle } from '../bundle-files.ts';
import { secretEnvironment } from '../secret-environment.ts';
import { generateWorkload } from '../workload-files.ts';

engine(); // says what is missing where there is none

let directory: string;
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'compose-'));
});
afterEach(async () => {
  try {
    await compose(directory, 'down', '--volumes', '--rmi', 'all', '--timeout', '0');
  } finally {
    await rm(directory, { recursive: true });
  }
});

async function put(path: string, content: string | Buffer): Promise<void> {
  await mkdir(dirname(join(directory, path)), { recursive: true });
  await writeFile(join(directory, path), content);
}

/** Writes a whole bundle, each workload with these payload files and what is set apart from them. */
async function writeBundle(
  written: ReturnType<typeof plan>,
  payload: Parameters<typeof tarOf>[0],
  apart: ReturnType<typeof entry>[] = [],
): Promise<void> {
  const shipped = payload.map((file) =>
    entry(`/${file.name}`, { type: file.type === 'directory' ? 'directory' : 'file' }),
  );
  const all = new Map(written.workloads.map(({ name }) => [name, evidence([...shipped, ...apart], name)]));
  for (const one of written.workloads) {
    const collected = all.get(one.name) ?? evidence([], one.name);
    await put(`workloads/${one.name}/payload.tar`, await tarOf(payload));
    const files = generateWorkload({ plan: written, workload: one, evidence: collected });
    await writeFiles(join(directory, 'workloads', one.name), files);
  }
  await writeFiles(directory, generateBundle({ plan: written, evidence: all, images: new Map(), packages: [] }));
}

/** Runs a service to its end, what it depends on as well, and gives back what it wrote. */
async function output(service: string): Promise<string> {
  await compose(directory, 'build', '--quiet');
  return compose(directory, 'run', '--rm', '--no-TTY', service);
}

const SERVER = `use IO::Socket::INET;
my $s = IO::Socket::INET->new(LocalPort => 8088, Listen => 5, ReuseAddr => 1) or die;
while (my $c = $s->accept) { my $l = <$c>; print $c "HTTP/1.0 404 Not Found\\r\\n\\r\\n$l"; close $c; }`;

const VALUE = '$HOME ${PATH:-x} "double" \\n back\\slash #hash';
const QUOTED = 'it\'s $HOME "x" \\ \n second line';

describe('compose.yaml on a real engine', () => {
  it('gives configuration and secrets to a service that is not root, to the letter', async () => {
    const portal = workload({
      user: { name: 'svc', uid: 1234, gid: 1234, groups: [1234] },
      command: [
        '/bin/sh',
        '-c',
        'cat "/etc/app/a b.conf" /etc/app/key; printf "%s|%s\\n" "$PLAIN" "$QUOTED"; touch /var/lib/app/x && stat -c %u /var/lib/app',
      ],
      config: [{ path: '/etc/app', scope: 'tree', reason: '' }],
      secrets: [
        { kind: 'file', name: 'key', path: '/etc/app/key', reason: '' },
        { kind: 'env', name: 'plain', variable: 'PLAIN', reason: '' },
        { kind: 'env', name: 'quoted', variable: 'QUOTED', reason: '' },
      ],
      data: [{ path: '/var/lib/app', reason: '' }],
    });
    await writeBundle(
      plan([portal]),
      [{ name: 'var/lib/app', type: 'directory', uid: 1234, gid: 1234, mode: 0o700 }],
      [entry('/etc/app/a b.conf', { place: 'config' }), entry('/etc/app/key', { place: 'secret' })],
    );
    await put('workloads/portal/config/etc/app/a b.conf', 'configured\n');
    await put(secretFile('portal', '/etc/app/key'), 'secret file\n');
    await chmod(join(directory, 'secrets'), 0o700);
    const values = new Map([
      ['PLAIN', VALUE],
      ['QUOTED', QUOTED],
    ]);
    await put(secretEnvironmentFile('portal'), secretEnvironment(values));
    expect(await output('portal')).toBe(`configured\nsecret file\n${VALUE}|${QUOTED}\n1234\n`);
  });

  it('gives a pod one network and a socket directory that starts empty each time', async () => {
    const owner = workload({ name: 'owner', hostname: 'legacy01', command: ['/bin/sleep', '600'] });
    const directories = [{ path: '/run/shared-x', mode: 0o1770, uid: 12, gid: 34, reason: '' }];
    const member = workload({
      name: 'member',
      directories,
      command: [
        '/bin/sh',
        '-c',
        'hostname; ls /run/shared-x; stat -c "%u:%g %a" /run/shared-x; touch /run/shared-x/stale',
      ],
    });
    const shared = plan([owner, member], {
      pods: [
        {
          name: 'pod',
          workloads: ['owner', 'member'],
          sharedDirectories: [{ path: '/run/shared-x', reason: '' }],
          reason: '',
        },
      ],
    });
    await writeBundle(shared, [{ name: 'x', content: 'x' }]);
    expect(await output('member')).toBe('legacy01\n12:34 1770\n');
    await compose(directory, 'down', '--timeout', '0');
    expect(await output('member')).toBe('legacy01\n12:34 1770\n');
  });

  it('comes up healthy and answers on the published port', async () => {
    const portal = workload({
      command: ['/usr/bin/perl', '-e', SERVER],
      ports: [{ container: 8088, protocol: 'tcp', address: '0.0.0.0', publish: true, reason: '' }],
      health: { kind: 'http', port: 8088, path: '/a$b' },
    });
    await writeBundle(plan([portal]), [{ name: 'x', content: 'x' }]);
    await put('.env', 'PORTAL_8088_PORT=0\n');
    await compose(directory, 'up', '--build', '--quiet-pull', '--wait');
    const address = (await compose(directory, 'port', 'portal', '8088')).trim();
    expect(address).toMatch(/^127\.0\.0\.1:/);
    expect(await (await fetch(`http://${address}/x$y`)).text()).toBe('GET /x$y HTTP/1.1\r\n');
  });

  it('takes hostile text for nothing but text', async () => {
    const hostile = 'x"\n  privileged: true\n#${HOME} $HOME `id`';
    const portal = workload({
      title: hostile,
      hostname: 'h$HOME',
      config: [{ path: '/etc/a$HOME b', scope: 'file', reason: hostile }],
      data: [{ path: '/var/lib/${PATH}: x', reason: hostile }],
      limits: { memoryBytes: 268435456, cpus: 0.5, pids: 100, reason: hostile },
    });
    const written = plan([portal]);
    await writeBundle(
      { ...written, server: { ...written.server, name: hostile } },
      [],
      [entry('/etc/a$HOME b', { place: 'config' })],
    );
    const { services } = JSON.parse(await compose(directory, 'config', '--format', 'json'));
    expect(services.portal).not.toHaveProperty('privileged');
    expect(services.portal.volumes.map((volume: { target: string }) => unescaped(volume.target))).toEqual([
      '/etc/a$HOME b',
      '/var/lib/${PATH}: x',
    ]);
    expect(unescaped(services.portal.hostname)).toBe('h$HOME');
    expect(unescaped(services.portal.labels['slipway.server'])).toBe(hostile);
  });

  it('takes the settings of an environment', async () => {
    await writeBundle(
      plan([workload({ ports: [{ container: 80, protocol: 'tcp', address: '0.0.0.0', publish: true, reason: '' }] })]),
      [{ name: 'x', content: 'x' }],
    );
    const read = async (...args: string[]) =>
      JSON.parse(await compose(directory, ...args, 'config', '--format', 'json')).services.portal;
    const byDefault = await read();
    expect(byDefault).toMatchObject({ restart: 'unless-stopped', cpus: 0.5, mem_limit: '268435456' });
    expect(byDefault.ports).toMatchObject([{ target: 80, published: '80', host_ip: '127.0.0.1' }]);
    const inOperations = await read('--env-file', 'environments/ops/.env');
    expect(inOperations.ports).toMatchObject([{ published: '80', host_ip: '0.0.0.0' }]);
    expect(await read('--env-file', 'environments/dev/.env')).toMatchObject({ restart: 'no' });
  });
});

/** `docker compose config` prints a form that can be read again, so `$` stays doubled in it. */
function unescaped(text: string): string {
  return text.replaceAll('$$', '$');
}
