import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, lstatSync, mkdtempSync, readFileSync, readlinkSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { EvidenceEntry } from '../../../shared/model/evidence.ts';
import { emptyPlan, emptyWorkload } from '../../../shared/testing/empty-plan.ts';
import type { ImageIndex } from '../docker/docker-host.ts';
import { openDockerHost } from '../docker/open.ts';
import { type CollectedPayload, collectPayload } from './collect.ts';
import { placePayload } from './place.ts';
import { dockerExecHost } from './testing/docker-exec-host.ts';
import { recordedJob } from './testing/recorded-job.ts';
import setup from './testing/server-setup.sh?raw';

const directory = mkdtempSync(join(tmpdir(), 'slipway-payload-'));
const server = `slipway-payload-${process.pid}`;
const image = `slipway-payload-test:${process.pid}`;
const workloadDir = join(directory, 'workloads', 'shop');
const secretsDir = join(directory, 'secrets');

const workload = emptyWorkload({
  name: 'shop',
  identities: {
    users: [{ name: 'shop', uid: 901, gid: 901, gecos: 'a:b\nroot2', home: '/srv/shop', shell: '/bin/sh' }],
    groups: [{ name: 'shop', gid: 901, members: [] }],
  },
  files: {
    packages: [
      { name: 'tar', version: '1', reason: 'a package that the base has' },
      { name: 'debconf', version: '1', reason: 'a package with a changed conffile' },
    ],
    include: [
      { path: '/srv/shop', scope: 'tree', reason: 'application directory' },
      { path: '/opt/tool/bin/capable', scope: 'file', reason: 'has a capability' },
      { path: '/opt/tool/bin/another-name', scope: 'file', reason: 'the same file' },
      { path: '/lib/x86_64-linux-gnu/libc.so.6', scope: 'file', reason: 'mapped' },
      { path: '/not/there', scope: 'file', reason: 'a stale path' },
    ],
    exclude: [{ pattern: '/srv/shop/deep/**/nothing', reason: 'never matches' }],
  },
  config: [{ path: '/etc/shop', scope: 'tree', reason: 'configuration' }],
  secrets: [{ kind: 'file', name: 'key', path: '/etc/shop/server.key', reason: 'private key' }],
  data: [{ path: '/var/lib/shop', reason: 'database' }],
  logs: [{ path: '/var/log/shop/access.log', to: 'stdout', reason: 'access log' }],
  directories: [{ path: '/var/run/shop', mode: 0o755, uid: 901, gid: 901, reason: 'RuntimeDirectory' }],
});

const capability = '01000002c0000000000000000000000000000000';
const names = 'my ($f, $n, $v) = ("/opt/tool/bin/capable", "security.capability"';
const setCapability = `${names}, pack("H*", "${capability}")); syscall(188, $f, $n, $v, 20, 0) == 0 or die $!`;
const getCapability = `${names}, "x" x 64); my $l = syscall(191, $f, $n, $v, 64); print unpack("H*", substr($v, 0, $l))`;

function docker(...command: string[]): string {
  return execFileSync('docker', command, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
}

let base: ImageIndex;
let collected: CollectedPayload;

async function collect(spool = join(directory, 'spool')): Promise<CollectedPayload> {
  return collectPayload(
    { host: dockerExecHost(server), plan: emptyPlan([workload]), workload, base, spool },
    recordedJob(),
  );
}

beforeAll(async () => {
  docker('run', '-d', '--name', server, '--network', 'none', 'debian:bookworm-slim', 'sleep', '3600');
  docker('exec', server, 'sh', '-c', setup);
  // CAP_SETGID and CAP_SETUID: a byte beyond ASCII, which text would lose.
  docker('exec', server, 'perl', '-e', setCapability);
  const host = await openDockerHost(undefined, recordedJob(), {
    environment: { ...process.env, XDG_CACHE_HOME: directory },
  });
  const { architecture } = await host.info();
  base = await host.indexImage(
    await host.ensureImage('debian:bookworm-slim', architecture, recordedJob()),
    recordedJob(),
  );
  await host.close();
  collected = await collect();
  await placePayload(collected, { workloadDir, secretsDir }, recordedJob());
});

afterAll(() => {
  docker('rm', '-f', server);
  try {
    docker('rmi', '-f', image);
  } catch {
    // Not built where an earlier step failed.
  }
  rmSync(directory, { recursive: true, force: true });
});

function entry(path: string): EvidenceEntry | undefined {
  return collected.evidence.entries.find((item) => item.path === path);
}

describe('what goes where', () => {
  it('leaves out what the base has identically, on its canonical path', () => {
    expect(entry('/usr/bin/tar')).toMatchObject({ place: 'base', origin: 'unchanged', package: 'tar' });
    expect(entry('/usr/lib/x86_64-linux-gnu/libc.so.6')).toMatchObject({ place: 'base' });
    expect(
      collected.evidence.entries.filter(
        ({ path, place }) => /^\/(lib|bin|sbin|lib64)\//.test(path) && place !== 'base',
      ),
    ).toEqual([]);
    expect(entry('/lib')?.place).toBe('base');
  });

  it('tells a changed file of a package', () => {
    expect(entry('/etc/debconf.conf')).toMatchObject({ place: 'payload', origin: 'changed', package: 'debconf' });
  });

  it('keeps configuration and secrets apart', () => {
    expect(entry('/etc/shop/shop.conf')).toMatchObject({ place: 'config', origin: 'unowned' });
    expect(entry('/etc/shop/server.key')).toMatchObject({ place: 'secret', uid: 901, mode: 0o600 });
    expect(entry('/etc/shop/server.key')?.sha256).toBeUndefined();
    expect(readFileSync(join(workloadDir, 'config/etc/shop/shop.conf'), 'utf8')).toBe('listen = 80\n');
    expect(readlinkSync(join(workloadDir, 'config/etc/shop/conf.d/10-shop.conf'))).toBe('../shop.conf');
    expect(lstatSync(join(secretsDir, 'shop/etc/shop/server.key')).mode & 0o777).toBe(0o600);
    expect(lstatSync(join(secretsDir, 'shop/etc/shop')).mode & 0o777).toBe(0o700);
  });

  it('finds a secret in code and says nothing of it but the rule', () => {
    expect(collected.foundSecrets).toEqual([{ path: '/srv/shop/settings.py', rule: 'password-literal' }]);
    expect(entry('/srv/shop/settings.py')?.place).toBe('secret');
    expect(JSON.stringify(collected.evidence)).not.toContain('9f8a7b6c5d4e3f2a1b0c');
  });

  it("puts the application's plain text into app/ and what Git cannot keep into the payload", () => {
    expect(entry('/srv/shop/main.py')).toMatchObject({ place: 'app', mode: 0o644 });
    expect(entry('/srv/shop/static/style.css')).toMatchObject({ place: 'payload', uid: 901 });
    expect(readFileSync(join(workloadDir, 'app/srv/shop/main.py'), 'utf8')).toBe('print("hello")\n');
  });

  it('leaves logs, data, pipes and shadow out', () => {
    for (const path of ['/var/log/shop/access.log', '/var/lib/shop/db.sqlite', '/srv/shop/pipe', '/etc/shadow']) {
      expect(entry(path)?.origin ?? 'absent').toMatch(/absent|synthesised/);
    }
  });

  it('follows a link out of the application and reports what is missing', () => {
    expect(entry('/opt/private/lib/data')?.reasons).toContain('target of link /srv/shop/private');
    expect(entry('/opt/tool/bin/setuid')).toBeDefined();
    expect(collected.notes.join('\n')).toContain('/not/there');
    expect(collected.notes.join('\n')).not.toContain('/nowhere');
  });

  it('is sorted and complete: each entry has a reason', () => {
    const paths = collected.evidence.entries.map(({ path }) => path);
    expect(paths).toEqual([...paths].sort());
    expect(collected.evidence.entries.filter(({ reasons }) => reasons.length === 0)).toEqual([]);
  });
});

describe('the image that it makes', () => {
  const inImage = (script: string): string =>
    docker('run', '--rm', '--network', 'none', image, 'sh', '-c', script).trim();

  beforeAll(() => {
    const dockerfile = 'FROM debian:bookworm-slim\nADD payload.tar /\nCOPY app/ /\n';
    execFileSync(
      'sh',
      ['-c', `printf '${dockerfile.replaceAll('\n', '\\n')}' > Dockerfile && docker build -q -t ${image} .`],
      { cwd: workloadDir },
    );
  });

  it('has owners, modes, set-user-id and hard links', () => {
    expect(inImage("stat -c '%a %u:%g %h' /opt/tool/bin/setuid")).toBe('4750 0:901 2');
    expect(inImage("stat -c '%a %u:%g' /srv/shop/static/style.css /var/lib/shop /var/log/shop")).toBe(
      '644 901:901\n2750 901:901\n755 901:901',
    );
  });

  it('has the capability, byte for byte', () => {
    expect(inImage(`perl -e '${getCapability}'`)).toBe(capability);
  });

  it('has odd names and long ones, and ran none of them', () => {
    expect(inImage("cat '/srv/shop/new\nline'")).toBe('odd');
    expect(inImage('cat /srv/shop/名*')).toBe('名');
    expect(inImage('cat /srv/shop/deep/*/*/*/*/*/file')).toBe('deep');
    expect(existsSync(join(process.cwd(), 'pwned'))).toBe(false);
  });

  it('has the sparse file with its content', () => {
    const sum = docker('exec', server, 'sha256sum', '/srv/shop/sparse.img').split(' ')[0];
    expect(inImage('sha256sum /srv/shop/sparse.img').split(' ')[0]).toBe(sum);
    expect(lstatSync(join(workloadDir, 'payload.tar')).size).toBeLessThan(5_000_000);
  });

  it('still works: links of the merged /usr are links, users are known and nothing broke out of passwd', () => {
    expect(inImage('readlink /lib /bin')).toBe('usr/lib\nusr/bin');
    expect(inImage('id -u shop; tail -1 /etc/passwd')).toBe('901\nshop:x:901:901:a b root2:/srv/shop:/bin/sh');
    expect(inImage("readlink /var/log/shop/access.log; stat -c '%u' /run/shop")).toBe('/dev/stdout\n901');
    expect(inImage('stat -c %Y /srv/shop/static/style.css')).toBe(String(Date.UTC(2020, 1, 2, 2, 2, 2) / 1000));
  });
});

describe('again', () => {
  it('gives the same bytes, from the same spool and from an empty one', async () => {
    const sum = (): string =>
      createHash('sha256')
        .update(readFileSync(join(workloadDir, 'payload.tar')))
        .digest('hex');
    const first = sum();
    for (const spool of ['spool', 'spool-2']) {
      const again = await collect(join(directory, spool));
      expect(again.evidence).toEqual(collected.evidence);
      await placePayload(again, { workloadDir, secretsDir }, recordedJob());
      expect(sum()).toBe(first);
    }
  });
});

describe('the strategy packages', () => {
  it('leaves what the package manager installs to it and ships what deviates', async () => {
    const changed = emptyWorkload({
      strategy: 'packages',
      files: { packages: workload.files.packages, include: [], exclude: [] },
    });
    const spool = join(directory, 'spool-packages');
    // Without the base's own files, so that only the packages can bring them.
    const bare = {
      ...base,
      entries: new Map([['/usr', { type: 'directory' as const, mode: 0o755, uid: 0, gid: 0, size: 0 }]]),
    };
    const job = recordedJob();
    const { evidence } = await collectPayload(
      { host: dockerExecHost(server), plan: emptyPlan([changed]), workload: changed, base: bare, spool },
      job,
    );
    const place = (path: string) => evidence.entries.find((item) => item.path === path)?.place;
    expect(place('/usr/bin/tar')).toBe('package');
    expect(place('/etc/debconf.conf')).toBe('payload');
    expect(evidence.entries.some(({ path }) => path.startsWith('/var/lib/dpkg/status.d'))).toBe(false);
  });
});
