import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Facts, FileFact } from '../../../../../shared/model/facts.ts';
import type { Workload } from '../../../../../shared/model/plan.ts';
import { failureWith } from '../../testing/failure-with.ts';
import { sampleFacts, sampleFile } from '../../testing/sample-facts.ts';
import { sampleWorkload } from '../../testing/sample-workload.ts';
import type { ReportedFailure } from '../failure.ts';
import { repairRules } from '../registry.ts';

/** A log that a real program wrote, what the server has, and what must become of the plan. */
interface Recording {
  log: string;
  rule: string;
  server?: FileFact[];
  facts?: Partial<Facts>;
  workload?: Partial<Workload>;
  failure?: Partial<ReportedFailure>;
  /** The part of the plan that must be there afterwards. */
  becomes: Partial<Workload> | { include: string } | { package: string } | { secret: string };
}

const library = (soname: string) => ({
  server: [sampleFile(`/usr/lib/x86_64-linux-gnu/${soname}`, { type: 'symlink' as const })],
  facts: {
    surroundings: { ...sampleFacts().surroundings, libraries: { [soname]: `/usr/lib/x86_64-linux-gnu/${soname}` } },
  },
  becomes: { include: `/usr/lib/x86_64-linux-gnu/${soname}` },
});
const directory = (path: string, uid = 33) => sampleFile(path, { type: 'directory', mode: 0o755, uid, gid: uid });
const user = (name: string) => ({ name, uid: 990, gid: 990, gecos: '', home: '/', shell: '/bin/false' });
const group = (name: string) => ({ name, gid: 990, members: [] });
const known = (name: string) => ({
  facts: { users: [user(name)], groups: [group(name)] },
  becomes: { identities: { users: [user(name)], groups: [group(name)] } },
});
const needs = (...capabilities: string[]) => ({ becomes: { needs: { ...sampleWorkload().needs, capabilities } } });
const language = (kind: Facts['languages'][number]['kind'], path: string) => ({ kind, path, details: [], pids: [] });

const installed = (name: string): Facts['packages'][number] => ({
  manager: 'dpkg',
  name,
  version: '1.22.1-9',
  architecture: 'amd64',
  source: name,
  depends: [],
  essential: false,
  changedConffiles: [],
});

const recordings: Recording[] = [
  { log: 'apache-missing-library', rule: 'missing-library', ...library('libaprutil-1.so.0') },
  { log: 'redis-missing-library', rule: 'missing-library', ...library('libatomic.so.1') },
  { log: 'php-missing-library', rule: 'missing-library', ...library('libxml2.so.2') },
  { log: 'ruby-missing-library', rule: 'missing-library', ...library('libruby-3.1.so.3.1') },
  { log: 'memcached-missing-library', rule: 'missing-library', ...library('libevent-2.1.so.7') },
  { log: 'haproxy-missing-library', rule: 'missing-library', ...library('liblua5.3.so.0') },
  { log: 'vsftpd-missing-library', rule: 'missing-library', ...library('libwrap.so.0') },
  { log: 'dnsmasq-missing-library', rule: 'missing-library', ...library('libdbus-1.so.3') },
  { log: 'python-import-library', rule: 'missing-library', ...library('libportal.so.2') },
  {
    log: 'nginx-module',
    rule: 'missing-library',
    server: [sampleFile('/usr/share/nginx/modules/ngx_http_geoip_module.so', { package: 'libnginx-mod-http-geoip' })],
    facts: {
      packages: [installed('libnginx-mod-http-geoip')],
    },
    becomes: { package: 'libnginx-mod-http-geoip' },
  },
  {
    log: 'perl-missing-module',
    rule: 'missing-module',
    server: [sampleFile('/usr/share/perl5/CGI/Fast.pm')],
    becomes: { include: '/usr/share/perl5/CGI/Fast.pm' },
  },
  {
    log: 'perl-missing-names',
    rule: 'missing-module',
    server: [sampleFile('/usr/share/perl/5.36/unicore/Name.pl')],
    becomes: { include: '/usr/share/perl/5.36/unicore/Name.pl' },
  },
  ...[
    { log: 'perl-missing-encoding', table: 'JP' },
    { log: 'perl-missing-layer', table: 'TW' },
  ].map(({ log, table }) => ({
    log,
    rule: 'missing-module',
    server: [sampleFile(`/usr/lib/x86_64-linux-gnu/perl/5.36/Encode/${table}.pm`)],
    facts: {
      packages: [installed('libperl5.36')],
      surroundings: {
        ...sampleFacts().surroundings,
        libraries: {
          'libc.so.6': '/lib/x86_64-linux-gnu/libc.so.6',
          'libz.so.1': '/usr/lib/x86_64-linux-gnu/libz.so.1',
        },
      },
    },
    becomes: { include: `/usr/lib/x86_64-linux-gnu/perl/5.36/Encode/${table}.pm` },
  })),
  {
    log: 'python-missing-module',
    rule: 'missing-module',
    facts: { languages: [language('python-path', '/srv/portal/lib')] },
    server: [directory('/srv/portal/lib/sinatra_none')],
    becomes: { include: '/srv/portal/lib/sinatra_none' },
  },
  {
    log: 'node-missing-module',
    rule: 'missing-module',
    server: [directory('/srv/node_modules/express')],
    becomes: { include: '/srv/node_modules' },
  },
  {
    log: 'node-missing-esm',
    rule: 'missing-module',
    server: [directory('/srv/portal/node_modules/express')],
    becomes: { include: '/srv/portal/node_modules' },
  },
  {
    log: 'ruby-missing-gem',
    rule: 'missing-module',
    facts: { languages: [language('gems', '/var/lib/gems/3.1.0')] },
    server: [directory('/var/lib/gems/3.1.0')],
    becomes: { include: '/var/lib/gems/3.1.0' },
  },
  {
    log: 'ruby-missing-file',
    rule: 'missing-module',
    server: [sampleFile('/opt/portal/lib/db.rb')],
    becomes: { include: '/opt/portal/lib/db.rb' },
  },
  {
    log: 'java-missing-class',
    rule: 'missing-module',
    facts: { languages: [language('jar', '/opt/portal/portal.jar')] },
    server: [sampleFile('/opt/portal/portal.jar')],
    becomes: { include: '/opt/portal/portal.jar' },
  },
  {
    log: 'sh-missing-command',
    rule: 'missing-command',
    server: [sampleFile('/usr/bin/convert')],
    becomes: { include: '/usr/bin/convert' },
  },
  {
    log: 'bash-missing-command',
    rule: 'missing-command',
    server: [sampleFile('/usr/bin/convert')],
    becomes: { include: '/usr/bin/convert' },
  },
  {
    log: 'env-missing-command',
    rule: 'missing-command',
    server: [sampleFile('/usr/bin/python3')],
    becomes: { include: '/usr/bin/python3' },
  },
  {
    log: 'docker-missing-command',
    rule: 'missing-command',
    server: [sampleFile('/usr/sbin/nginx')],
    becomes: { include: '/usr/sbin/nginx' },
  },
  {
    log: 'docker-missing-command-path',
    rule: 'missing-command',
    server: [sampleFile('/usr/sbin/nginx')],
    becomes: { include: '/usr/sbin/nginx' },
  },
  {
    log: 'docker-shebang-missing',
    rule: 'missing-command',
    workload: { files: { packages: [], exclude: [], include: [{ path: '/a', scope: 'file', reason: '' }] } },
    facts: {
      configFiles: [{ path: '/a', source: 'requested', content: '#!/usr/bin/python3 -u\n', truncated: false }],
    },
    server: [sampleFile('/usr/bin/python3')],
    becomes: { include: '/usr/bin/python3' },
  },
  {
    log: 'nginx-missing-config',
    rule: 'missing-file',
    server: [sampleFile('/etc/nginx/nginx.conf')],
    becomes: { config: [{ path: '/etc/nginx/nginx.conf', scope: 'file', reason: expect.any(String) as string }] },
  },
  {
    log: 'dash-missing-source',
    rule: 'missing-file',
    server: [sampleFile('/etc/default/tomcat10')],
    becomes: { config: [{ path: '/etc/default/tomcat10', scope: 'file', reason: expect.any(String) as string }] },
  },
  {
    log: 'preparation-failed',
    rule: 'preparation-failed',
    workload: { prepare: [['/bin/true'], ['/usr/share/portal/check-machine', '-q'], ['/bin/echo']] },
    becomes: { prepare: [['/bin/true'], ['/bin/echo']] },
  },
  {
    log: 'node-missing-file',
    rule: 'missing-file',
    server: [sampleFile('/etc/portal/config.json', { mode: 0o640, gid: 33 })],
    becomes: { secret: '/etc/portal/config.json' },
  },
  {
    log: 'perl-missing-script',
    rule: 'missing-file',
    server: [sampleFile('/opt/portal/app.pl')],
    becomes: { include: '/opt/portal/app.pl' },
  },
  {
    log: 'perl-missing-do',
    rule: 'missing-file',
    server: [sampleFile('/opt/portal/lib/db.pl')],
    becomes: { include: '/opt/portal/lib/db.pl' },
  },
  {
    log: 'python-missing-file',
    rule: 'missing-file',
    server: [sampleFile('/etc/portal/portal.ini', { package: 'portal' })],
    becomes: { include: '/etc/portal/portal.ini' },
  },
  {
    log: 'python-missing-script',
    rule: 'missing-file',
    server: [sampleFile('/opt/portal/app.py')],
    becomes: { include: '/opt/portal/app.py' },
  },
  {
    log: 'java-missing-jar',
    rule: 'missing-file',
    server: [sampleFile('/opt/portal/portal.jar')],
    becomes: { include: '/opt/portal/portal.jar' },
  },
  {
    log: 'php-missing-include',
    rule: 'missing-file',
    server: [sampleFile('/srv/portal/inc/db.php')],
    becomes: { include: '/srv/portal/inc/db.php' },
  },
  {
    log: 'lighttpd-missing',
    rule: 'missing-file',
    server: [sampleFile('/etc/lighttpd/lighttpd.conf', { package: 'lighttpd' })],
    becomes: { include: '/etc/lighttpd/lighttpd.conf' },
  },
  {
    log: 'redis-missing-config',
    rule: 'missing-file',
    server: [sampleFile('/etc/redis/portal.conf', { mode: 0o640 })],
    becomes: { secret: '/etc/redis/portal.conf' },
  },
  {
    log: 'php-fpm-missing-config',
    rule: 'missing-file',
    server: [sampleFile('/etc/php/8.2/fpm/none.conf', { package: 'php8.2-fpm' })],
    becomes: { include: '/etc/php/8.2/fpm/none.conf' },
  },
  ...[
    ['sh-missing-directory', '/var/log/portal'],
    ['perl-unix-nodir', '/run/portal'],
    ['nginx-missing-temp-directory', '/var/lib/nginx'],
    ['php-fpm-missing-directory', '/run/php-portal'],
    ['redis-missing-directory', '/var/lib/redis-portal'],
  ].map(([log = '', path = '']) => ({
    log,
    rule: 'missing-directory',
    // The file that could not be made stands there on the server.
    server: [directory(path), ...['portal.log', 'redis.log'].map((name) => sampleFile(`${path}/${name}`))],
    becomes: { directories: [{ path, mode: 0o755, uid: 33, gid: 33, reason: expect.any(String) as string }] },
  })),
  {
    log: 'redis-missing-log',
    rule: 'missing-directory',
    workload: { command: ['/usr/bin/redis-server', '/etc/redis/redis.conf'] },
    facts: {
      configFiles: [
        {
          path: '/etc/redis/redis.conf',
          source: 'argv:1',
          content: 'port 6379\nlogfile /var/log/redis-portal/redis.log\n',
          truncated: false,
        },
      ],
    },
    server: [directory('/var/log/redis-portal'), sampleFile('/var/log/redis-portal/redis.log')],
    becomes: {
      directories: [
        { path: '/var/log/redis-portal', mode: 0o755, uid: 33, gid: 33, reason: expect.any(String) as string },
      ],
    },
  },
  ...['perl-chdir', 'chdir-missing'].map((log) => ({
    log,
    rule: 'missing-directory',
    server: [directory('/srv/portal')],
    becomes: { include: '/srv/portal' },
  })),
  { log: 'nginx-unknown-user', rule: 'unknown-user', ...known('www-portal') },
  { log: 'docker-unknown-user', rule: 'unknown-user', ...known('portal') },
  { log: 'docker-unknown-group', rule: 'unknown-user', ...known('portal') },
  { log: 'chown-unknown', rule: 'unknown-user', ...known('portal') },
  { log: 'su-unknown', rule: 'unknown-user', ...known('portal') },
  { log: 'setpriv-unknown', rule: 'unknown-user', ...known('portal') },
  { log: 'python-getpwnam', rule: 'unknown-user', ...known('portal') },
  { log: 'dovecot-unknown-user', rule: 'unknown-user', ...known('www-portal') },
  { log: 'php-fpm-unknown-user', rule: 'unknown-user', ...known('www-portal') },
  { log: 'perl-low-port', rule: 'missing-capability', ...needs('NET_BIND_SERVICE') },
  { log: 'nginx-low-port', rule: 'missing-capability', ...needs('NET_BIND_SERVICE') },
  { log: 'node-low-port', rule: 'missing-capability', ...needs('NET_BIND_SERVICE') },
  { log: 'capability-setgroups', rule: 'missing-capability', ...needs('SETUID') },
  { log: 'capability-chown', rule: 'missing-capability', ...needs('CHOWN') },
  { log: 'capability-chroot', rule: 'missing-capability', ...needs('SYS_CHROOT') },
  { log: 'capability-perl-raw', rule: 'missing-capability', ...needs('NET_RAW') },
  { log: 'capability-nice', rule: 'missing-capability', ...needs('SYS_NICE') },
  { log: 'capability-nofile', rule: 'missing-capability', ...needs('SYS_RESOURCE') },
  {
    log: 'nginx-ipv6',
    rule: 'address-not-available',
    becomes: { needs: { ...sampleWorkload().needs, sysctls: { 'net.ipv6.conf.all.disable_ipv6': '0' } } },
  },
  {
    log: 'node-resolve',
    rule: 'name-not-resolved',
    facts: {
      surroundings: { ...sampleFacts().surroundings, hosts: [{ address: '127.0.1.1', names: ['db1.intern', 'db1'] }] },
    },
    becomes: { hostname: 'db1.intern' },
  },
  {
    log: 'nginx-daemonised',
    rule: 'daemonised',
    failure: { exitCode: 0 },
    workload: { command: ['/usr/sbin/nginx', '-c', '/etc/nginx/ok.conf'] },
    becomes: { command: ['/usr/sbin/nginx', '-g', 'daemon off;', '-c', '/etc/nginx/ok.conf'] },
  },
  {
    log: 'redis-daemonised',
    rule: 'daemonised',
    failure: { exitCode: 0 },
    workload: { command: ['/usr/local/bin/quoted', '--pidfile=/run/quoted.pid'] },
    becomes: { follow: { pidFile: '/run/quoted.pid' }, init: true },
  },
  {
    log: 'python-locale',
    rule: 'missing-locale',
    server: [sampleFile('/usr/lib/locale/locale-archive')],
    becomes: { include: '/usr/lib/locale/locale-archive' },
  },
  {
    log: 'bash-locale',
    rule: 'missing-locale',
    workload: { environment: [{ name: 'LC_ALL', value: 'de_DE.UTF-8', reason: '' }] },
    server: [directory('/usr/lib/locale/de_DE.utf8', 0)],
    becomes: { include: '/usr/lib/locale/de_DE.utf8' },
  },
  {
    log: 'sh-readonly',
    rule: 'read-only-path',
    workload: { config: [{ path: '/var/lib/portal.db', scope: 'file', reason: '' }] },
    becomes: { config: [] },
  },
  {
    log: 'portal-permission',
    rule: 'permission-denied',
    server: [directory('/var/log/portal')],
    becomes: {
      directories: [{ path: '/var/log/portal', mode: 0o755, uid: 33, gid: 33, reason: expect.any(String) as string }],
    },
  },
];

const fixtures = new URL('../__fixtures__/', import.meta.url);

function repair(recording: Recording): { rule: string; workload: Workload } | undefined {
  const log = readFileSync(new URL(`${recording.log}.log`, fixtures), 'utf8');
  const facts = sampleFacts(recording.facts);
  const failure = failureWith({ log, ...recording.failure }, facts, recording.server ?? []);
  const workload = sampleWorkload(recording.workload);
  for (const rule of repairRules) {
    const diagnosis = rule.diagnose(failure, workload);
    if (diagnosis?.kind === 'diagnosis') return { rule: rule.id, workload: diagnosis.apply(workload) };
  }
  return undefined;
}

describe('repair rules on recorded logs', () => {
  it.each(recordings)('$log is cured by $rule', (recording) => {
    const repaired = repair(recording);
    expect(repaired?.rule).toBe(recording.rule);
    const { becomes } = recording;
    if ('include' in becomes)
      expect(repaired?.workload.files.include.map((one) => one.path)).toContain(becomes.include);
    else if ('package' in becomes)
      expect(repaired?.workload.files.packages.map((one) => one.name)).toContain(becomes.package);
    else if ('secret' in becomes)
      expect(repaired?.workload.secrets).toContainEqual(expect.objectContaining({ path: becomes.secret }));
    else expect(repaired?.workload).toMatchObject(becomes);
  });

  it('leaves the plan alone where the server has nothing of what is missing', () => {
    const names = readdirSync(fixtures).map((name) => name.replace(/\.log$/, ''));
    const takes = names.filter((log) => {
      const rule = repair({ log, rule: '', becomes: {} })?.rule;
      return rule !== undefined && rule !== 'missing-capability' && rule !== 'address-not-available';
    });
    expect(takes).toEqual([]);
  });
});

describe('the registry', () => {
  it('holds every rule on disk, each called as its file', () => {
    const files = readdirSync(new URL('.', import.meta.url)).filter((name) => !name.endsWith('.test.ts'));
    expect(repairRules.map((rule) => `${rule.id}.ts`).sort()).toEqual(files.sort());
  });
});
