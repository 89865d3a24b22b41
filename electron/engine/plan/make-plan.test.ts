import { expect, test } from 'vitest';
import type { Facts } from '../../../shared/model/facts.ts';
import { planSchema } from '../../../shared/model/plan.ts';
import { portalFacts } from '../detectors/apache/__fixtures__/server.ts';
import { gaugeFacts } from '../detectors/native/__fixtures__/gauge.ts';
import {
  aConfig,
  aDirectory,
  aFacts,
  aFile,
  aListener,
  aProcess,
  aUnit,
} from '../detectors/support/a-facts.fixture.ts';
import { makePlan } from './make-plan.ts';

function only(facts: Facts) {
  const [workload, ...others] = makePlan(facts, {}).plan.workloads;
  expect(others).toEqual([]);
  if (!workload) throw new Error('no workload');
  return workload;
}

test('the plan of a portal', () => {
  const { plan } = makePlan(portalFacts(), {});
  expect(planSchema.parse(plan)).toEqual(plan);
  const [portal] = plan.workloads;
  expect(portal).toMatchObject({
    name: 'portal',
    stack: 'apache-cgi',
    fit: { grade: 'A' },
    base: { image: 'debian:bookworm-slim' },
    hostname: 'old',
    health: { kind: 'http', port: 8088, path: '/' },
    stop: { signal: 'SIGWINCH' },
    user: { name: 'root', uid: 0 },
  });
  expect(portal?.identities.users.map((user) => user.name)).toEqual(['root', 'www-data']);
  expect(portal?.directories.map((directory) => [directory.path, directory.uid])).toEqual([
    ['/run/apache2', 0],
    ['/run/lock/apache2', 33],
  ]);
  expect(plan.pods).toMatchObject([{ name: 'portal', workloads: ['portal'] }]);
});

test('a secret stands in no plan: files apart by directive and by content', () => {
  const { plan } = makePlan(portalFacts(), {});
  const [portal] = plan.workloads;
  expect(portal?.secrets.map((secret) => secret.kind === 'file' && secret.path)).toEqual([
    '/etc/portal/htpasswd',
    '/etc/portal/portal.ini',
  ]);
  expect(portal?.config.map((config) => config.path)).not.toContain('/etc/portal/portal.ini');
  expect(JSON.stringify(plan)).not.toContain('pt_4c1f9b70e2d8');
});

test('a configuration whose content may not be read counts as a secret', () => {
  const facts = portalFacts();
  const gaps = [{ probe: 'enrich', subject: '/etc/portal/portal.ini', reason: 'permission' as const }];
  const configFiles = facts.configFiles.filter((file) => file.path !== '/etc/portal/portal.ini');
  expect(only({ ...facts, gaps, configFiles }).secrets.map((secret) => secret.name)).toContain('etc-portal-portal-ini');
});

test('packages: what runs and what it needs, not what only maintains it', () => {
  const names = only(portalFacts()).files.packages.map((entry) => entry.name);
  expect(names).toEqual(
    expect.arrayContaining([
      'apache2-bin',
      'libapr1',
      'libc6',
      'libcgi-pm-perl',
      'libhtml-parser-perl',
      'perl-modules-5.36',
    ]),
  );
  const withoutCgi = portalFacts({ configFiles: [] });
  expect(only(withoutCgi).files.packages.map((entry) => entry.name)).not.toContain('perl');
});

test('requests with a token in them are not repeated', () => {
  const paths = only(portalFacts()).parity.map((probe) => probe.kind === 'http' && probe.path);
  expect(paths).toEqual(['/', '/api', '/cgi-bin/find.pl?q=a']);
});

test('a daemon of no package: its directory, libraries with their links, state, secrets', () => {
  const gauge = only(gaugeFacts());
  const include = gauge.files.include.map((entry) => entry.path);
  expect(include).toEqual(
    expect.arrayContaining([
      '/srv/gauge',
      '/usr/local/lib/libgauge.so.1',
      '/usr/local/lib/libgauge.so.1.2',
      '/etc/ld.so.cache',
    ]),
  );
  expect(include).not.toContain('/');
  expect(gauge.secrets.map((secret) => secret.name)).toEqual(['gauge-token', 'srv-gauge-etc-gauge-yaml']);
  expect(gauge.environment).toMatchObject([{ name: 'UNIT', value: 'mbar' }]);
  expect(gauge.data.map((entry) => entry.path)).toEqual(['/srv/gauge/spool']);
  expect(gauge).toMatchObject({ workingDirectory: '/srv/gauge', umask: '0002', fit: { grade: 'C' }, logs: [] });
  expect(gauge.parity).toMatchObject([{ kind: 'greeting', port: 7070 }]);
});

test('values of secret variables are handed over beside the plan', () => {
  const { plan, secretValues } = makePlan(gaugeFacts(), {});
  expect(secretValues.get('gauged')?.get('GAUGE_TOKEN')).toBe('t0k3n');
  expect(JSON.stringify(plan)).not.toContain('t0k3n');
});

/** The same server, scanned again: other process ids, another order, a little more memory and time. */
function again(facts: Facts): Facts {
  const renumber = (pid: number) => (pid <= 1 ? pid : pid * 7 + 3);
  const pids = <T extends { pids: number[] }>(entry: T): T => ({ ...entry, pids: entry.pids.map(renumber).reverse() });
  return {
    ...facts,
    takenAt: '2026-01-05T10:07:00.000Z',
    processes: facts.processes
      .map((process) => ({
        ...process,
        pid: renumber(process.pid),
        ppid: renumber(process.ppid),
        rssBytes: process.rssBytes + 40_960,
        cpuSeconds: process.cpuSeconds + 1,
      }))
      .reverse(),
    units: facts.units.map((unit) => ({ ...unit, mainPid: renumber(unit.mainPid) })).reverse(),
    listeners: facts.listeners.map(pids).reverse(),
    languages: facts.languages.map(pids).reverse(),
    files: [...facts.files].reverse(),
    configFiles: [...facts.configFiles].reverse(),
    packages: [...facts.packages].reverse(),
    users: [...facts.users].reverse(),
    groups: [...facts.groups].reverse(),
  };
}

test.each([
  ['portal', portalFacts()],
  ['gauge', gaugeFacts()],
])('two scans of one server give the same bytes: %s', (_name, facts) => {
  const first = makePlan(facts, {});
  const second = makePlan(again(facts), {});
  expect(JSON.stringify(second.plan)).toBe(JSON.stringify(first.plan));
  expect(second.wants).toEqual(first.wants);
});

test('only what is chosen; the rest is said', () => {
  const { plan } = makePlan(portalFacts(), { workloads: ['other'] });
  expect(plan.workloads).toEqual([]);
  expect(plan.skipped).toContainEqual({ name: 'portal', reason: 'Not chosen.', migratable: true });
});

test('options: strategy, base, include, exclude', () => {
  const { plan } = makePlan(gaugeFacts(), {
    base: 'registry.example/base:1',
    strategy: 'packages',
    include: ['/opt/x'],
    exclude: ['/srv/gauge/old'],
  });
  expect(plan.workloads[0]).toMatchObject({ strategy: 'packages', base: { image: 'registry.example/base:1' } });
  expect(plan.workloads[0]?.files.include.map((entry) => entry.path)).toContain('/opt/x');
  expect(plan.workloads[0]?.files.exclude.map((entry) => entry.pattern)).toContain('/srv/gauge/old');
  expect(makePlan(gaugeFacts(), { strategy: 'scratch' }).plan.workloads[0]?.base.image).toBe('scratch');
});

test('an unknown distribution gets no guess', () => {
  const gauge = only(gaugeFacts({ os: { ...aFacts().os, id: 'bespoke', versionId: '1', prettyName: 'Bespoke' } }));
  expect(gauge).toMatchObject({ strategy: 'scratch', base: { image: 'scratch' } });
  expect(gauge.notes.join()).toContain('--base');
});

test('names and paths that could break out of a file are refused', () => {
  const evil = 'x\nRUN rm -rf /';
  const facts = gaugeFacts();
  const processes = facts.processes.map((process) => ({
    ...process,
    cwd: `/srv/${evil}`,
    environment: [
      { name: 'A', value: evil },
      { name: `B\n`, value: '1' },
    ],
    mappedFiles: [...process.mappedFiles, `/srv/${evil}`],
  }));
  const { plan } = makePlan({ ...facts, processes, os: { ...facts.os, hostname: evil } }, {});
  expect(JSON.stringify(plan)).not.toContain('\\n');
  expect(plan.workloads[0]?.hostname).toBe('server');
});

test('a command with control characters is not generated from', () => {
  const facts = gaugeFacts();
  const processes = facts.processes.map((process) => ({ ...process, argv: ['./bin/gauged', 'a\nb'] }));
  const { plan } = makePlan({ ...facts, processes }, {});
  expect(plan.workloads).toEqual([]);
  expect(plan.skipped).toContainEqual({ name: 'gauged', reason: expect.stringContaining('control characters') });
});

test('a unit: environment file, runtime directory, limits, stop', () => {
  const facts = aFacts({
    processes: [
      aProcess({
        pid: 5,
        exe: '/opt/o/run',
        unit: 'o.service',
        uid: 7,
        user: 'o',
        limits: { 'Max open files': { soft: '4096', hard: '4096' } },
      }),
    ],
    units: [
      aUnit({
        name: 'o.service',
        mainPid: 5,
        execStart: [['/opt/o/run']],
        environment: [{ name: 'MODE', value: 'fast' }],
        environmentFiles: [{ path: '/etc/o.env', optional: false }],
        runtimeDirectory: ['o'],
        runtimeDirectoryMode: '0750',
        stateDirectory: ['o'],
        killSignal: '2',
        timeoutStopSeconds: 45,
        execStartPre: [
          ['/bin/mkdir', '-p', '/run/o/x'],
          ['/bin/systemctl', 'start', 'x'],
        ],
      }),
    ],
    configFiles: [
      { path: '/etc/o.env', source: 'unit:o.service', content: 'O_SECRET=abc\nO_PORT=1\n', truncated: false },
    ],
  });
  expect(only(facts)).toMatchObject({
    environment: [
      { name: 'MODE', value: 'fast', reason: 'Environment= of o.service' },
      { name: 'O_PORT', value: '1', reason: 'EnvironmentFile /etc/o.env' },
    ],
    secrets: [{ kind: 'env', variable: 'O_SECRET' }],
    directories: [{ path: '/run/o', mode: 0o750, uid: 7 }],
    data: [{ path: '/var/lib/o' }],
    limits: { openFiles: 4096, memoryBytes: 128 * 1024 * 1024 },
    stop: { signal: 'SIGINT', graceSeconds: 45 },
    prepare: [['/bin/mkdir', '-p', '/run/o/x']],
  });
});

test('what an unprivileged scan sees is enough for a plan, and it says what is missing', () => {
  const facts = portalFacts();
  const processes = facts.processes.map(({ exe: _exe, cwd: _cwd, ...process }) => ({
    ...process,
    environment: [],
    openFiles: [],
    mappedFiles: [],
  }));
  const envvars = 'export APACHE_RUN_DIR=/var/run/apache2$SUFFIX\nexport APACHE_LOG_DIR=/var/log/apache2$SUFFIX\n';
  const configFiles = [
    ...facts.configFiles,
    { path: '/etc/apache2/envvars', source: 'x', content: envvars, truncated: false },
  ];
  const listeners = facts.listeners.map((listener) => ({ ...listener, pids: [] }));
  const portal = only({ ...facts, access: 'user', processes, configFiles, listeners });
  expect(portal).toMatchObject({
    name: 'portal',
    stack: 'apache-cgi',
    command: ['/usr/sbin/apache2', '-D', 'FOREGROUND'],
  });
  expect(portal.ports).toMatchObject([{ container: 8088, publish: true }]);
  expect(portal.environment.map((entry) => entry.name)).toContain('APACHE_RUN_DIR');
  expect(portal.notes.join()).toContain('scan again with root or sudo');
});

test('a daemon that gave up root by itself is started by root; one that somebody else started is not', () => {
  const gaveUp = aProcess({ pid: 5, exe: '/opt/tide/tided', uid: 33, gid: 33, user: 'www-data', gaveUpRoot: true });
  expect(only(aFacts({ processes: [gaveUp] })).user).toEqual({ name: 'root', uid: 0, gid: 0, groups: [0] });
  const { gaveUpRoot: _gone, ...started } = gaveUp;
  expect(only(aFacts({ processes: [started] })).user.uid).toBe(33);
});

test('a program that its unit starts as a user is started as that user, whatever it hides like', () => {
  const process = aProcess({ pid: 5, exe: '/usr/local/bin/landing', uid: 33, gid: 33, user: 'www', gaveUpRoot: true });
  const unit = aUnit({ name: 'landing.service', mainPid: 5, user: 'www', execStart: [['/usr/local/bin/landing']] });
  expect(only(aFacts({ processes: [{ ...process, unit: 'landing.service' }], units: [unit] })).user.uid).toBe(33);
  const own = { ...unit, user: '' };
  expect(only(aFacts({ processes: [{ ...process, unit: 'landing.service' }], units: [own] })).user.uid).toBe(0);
});

test('what a program of no package names is brought, and its directory below /run made', () => {
  const facts = aFacts({
    processes: [aProcess({ pid: 5, exe: '/usr/local/sbin/tided', gaveUpRoot: true, uid: 33, user: 'www-data' })],
    programs: [
      { path: '/usr/local/sbin/tided', names: ['/etc/tided.conf', '/var/run/tided/tided.pid'], speaksHttp: false },
    ],
    configFiles: [aConfig('/etc/tided.conf', 'datafile = /var/lib/tided/level\n#old = /etc/none.conf\n')],
    files: [
      aFile('/usr/local/sbin/tided'),
      aFile('/etc/tided.conf'),
      aFile('/var/lib/tided/level', { uid: 33 }),
      aDirectory('/run/tided', { uid: 33 }),
    ],
  });
  const tided = only(facts);
  expect(tided.config.map(({ path }) => path)).toEqual(['/etc/tided.conf']);
  expect(tided.data.map(({ path }) => path)).toEqual(['/var/lib/tided']);
  expect(tided.directories).toMatchObject([{ path: '/run/tided', uid: 33 }]);
});

test('a program that only its process still has is not migrated, and neither is a port that only systemd holds', () => {
  const { plan } = makePlan(
    aFacts({
      processes: [aProcess({ pid: 5, exe: '/usr/local/bin/olde', exeDeleted: true })],
      files: [aFile('/usr/local/bin/olde', { type: 'missing' })],
      listeners: [aListener(9301, [1])],
    }),
    {},
  );
  expect(plan.workloads).toEqual([]);
  expect(plan.skipped.map(({ name }) => name)).toEqual(expect.arrayContaining(['olde', 'socket: tcp 9301']));
});

/** nginx hands the scripts of /srv/shop/public to a php-fpm that is told nothing of where they are. */
function shopFacts(): Facts {
  const secret = "<?php\n$password = 'Gr8-Anchor!Chain';\n";
  const sites =
    'http { server { listen 80; root /srv/shop/public; location ~ php { fastcgi_pass unix:/run/fpm.sock; } } }';
  return aFacts({
    processes: [
      aProcess({ pid: 5, exe: '/usr/sbin/nginx', unit: 'nginx.service' }),
      aProcess({ pid: 6, exe: '/usr/sbin/php-fpm8.2', unit: 'php8.2-fpm.service' }),
    ],
    units: [
      aUnit({ name: 'nginx.service', mainPid: 5, execStart: [['/usr/sbin/nginx']] }),
      aUnit({ name: 'php8.2-fpm.service', mainPid: 6, execStart: [['/usr/sbin/php-fpm8.2']] }),
    ],
    listeners: [aListener(80, [5]), aListener(0, [6], { protocol: 'unix', address: '', path: '/run/fpm.sock' })],
    configFiles: [
      aConfig('/etc/nginx/nginx.conf', sites),
      aConfig('/etc/php/8.2/fpm/php-fpm.conf', 'include=/etc/php/8.2/fpm/pool.d/*.conf\n'),
      aConfig('/etc/php/8.2/fpm/pool.d/www.conf', '[www]\nlisten = /run/fpm.sock\n'),
      aConfig('/srv/shop/config/database.php', secret),
      aConfig('/srv/shop/public/config.php', secret),
    ],
    files: ['/srv/shop', '/srv/shop/public', '/srv/shop/config'].map((path) => aDirectory(path)),
  });
}

test('who runs the scripts gets the application and its secrets; who hands them on gets what it serves', () => {
  const { workloads } = makePlan(shopFacts(), {}).plan;
  const told = workloads.map(({ stack, files, secrets }) => ({
    stack,
    trees: files.include.flatMap(({ path, scope }) => (scope === 'tree' ? [path] : [])),
    secrets: secrets.map((secret) => secret.kind === 'file' && secret.path),
  }));
  expect(told.find(({ stack }) => stack === 'php-fpm')).toMatchObject({
    trees: expect.arrayContaining(['/srv/shop']),
    secrets: ['/srv/shop/config/database.php', '/srv/shop/public/config.php'],
  });
  expect(told.find(({ stack }) => stack === 'nginx')).toMatchObject({
    trees: ['/srv/shop/public'],
    secrets: ['/srv/shop/public/config.php'],
  });
});
