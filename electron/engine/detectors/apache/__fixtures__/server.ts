import { readFileSync } from 'node:fs';
import type { Facts } from '../../../../../shared/model/facts.ts';
import { aConfig, aDirectory, aFacts, aFile, aListener, aPackage, aProcess, aUnit } from '../../support/a-facts.fixture.ts';

function fixture(name: string): string {
  return readFileSync(new URL(name, import.meta.url), 'utf8');
}

const environment = [
  { name: 'APACHE_RUN_DIR', value: '/var/run/apache2' },
  { name: 'APACHE_LOCK_DIR', value: '/var/lock/apache2' },
  { name: 'APACHE_PID_FILE', value: '/var/run/apache2/apache2.pid' },
  { name: 'APACHE_RUN_USER', value: 'www-data' },
  { name: 'APACHE_LOG_DIR', value: '/var/log/apache2' },
  { name: 'INVOCATION_ID', value: '5f2c' },
];

/** A Debian server with Apache, a portal of CGI programs, and what Perl they load. */
export function portalFacts(changes: Partial<Facts> = {}): Facts {
  const apache = { exe: '/usr/sbin/apache2', argv: ['/usr/sbin/apache2', '-k', 'start'], unit: 'apache2.service' };
  return aFacts({
    processes: [
      aProcess({ pid: 100, ...apache, environment, mappedFiles: ['/usr/lib/x86_64-linux-gnu/libapr-1.so.0.7.2'] }),
      aProcess({ pid: 101, ppid: 100, ...apache, environment, uid: 33, gid: 33, user: 'www-data' }),
    ],
    units: [
      aUnit({
        name: 'apache2.service',
        type: 'forking',
        mainPid: 100,
        execStart: [['/usr/sbin/apachectl', 'start']],
        fragmentPath: '/lib/systemd/system/apache2.service',
      }),
    ],
    listeners: [aListener(8088, [100, 101], { address: '::' })],
    configFiles: [
      aConfig('/etc/apache2/apache2.conf', fixture('apache2.conf')),
      aConfig('/etc/apache2/mods-enabled/cgid.load', 'LoadModule cgid_module /usr/lib/apache2/modules/mod_cgid.so\n'),
      aConfig('/etc/apache2/ports.conf', 'Listen 8088\n<IfModule ssl_module>\nListen 443\n</IfModule>\n'),
      aConfig('/etc/apache2/sites-enabled/portal.conf', fixture('portal.conf')),
      aConfig('/etc/portal/portal.ini', 'title = Portal\ndirectory_token = pt_4c1f9b70e2d8\n'),
      aConfig('/srv/portal/cgi-bin/find.pl', '#!/usr/bin/perl\nuse strict;\nuse CGI;\nsub later { require JSON; }\n'),
    ],
    files: [
      aFile('/usr/sbin/apache2', { package: 'apache2-bin' }),
      aFile('/usr/lib/apache2/modules/mod_cgid.so', { package: 'apache2-bin' }),
      aFile('/usr/lib/x86_64-linux-gnu/libapr-1.so.0.7.2', { package: 'libapr1' }),
      aFile('/usr/bin/perl', { package: 'perl-base' }),
      aFile('/usr/share/perl5/CGI.pm', { package: 'libcgi-pm-perl' }),
      aFile('/usr/share/perl5/JSON.pm', { package: 'libjson-perl' }),
      aFile('/etc/portal/htpasswd', { mode: 0o640, gid: 33 }),
      aFile('/etc/portal/portal.ini', { mode: 0o640, gid: 33 }),
      aDirectory('/srv/portal'),
      aDirectory('/srv/portal/www'),
      aDirectory('/srv/portal/cgi-bin'),
      aDirectory('/run/apache2', { uid: 0 }),
      aDirectory('/run/lock/apache2', { uid: 33 }),
    ],
    packages: [
      aPackage('apache2-bin', ['libapr1', 'perl', 'libldap-2.5-0']),
      aPackage('libapr1', ['libc6']),
      aPackage('libc6'),
      aPackage('libldap-2.5-0'),
      aPackage('perl-base'),
      aPackage('perl', ['perl-modules-5.36']),
      aPackage('perl-modules-5.36'),
      aPackage('libcgi-pm-perl', ['perl', 'libhtml-parser-perl']),
      aPackage('libhtml-parser-perl'),
      aPackage('libjson-perl'),
    ],
    requests: [
      { log: '/var/log/apache2/portal.log', path: '/cgi-bin/find.pl?q=a', count: 9 },
      { log: '/var/log/apache2/portal.log', path: '/reset?token=abc', count: 99 },
    ],
    ...changes,
  });
}
