import { aDirectory, aFile, aListener, aPackage, aProcess, aUnit } from '../../support/a-facts.fixture.ts';

/** A cluster of Debian's, which its unit starts through pg_ctlcluster. */
export const postgres = {
  processes: [
    aProcess({
      pid: 7,
      exe: '/usr/lib/postgresql/17/bin/postgres',
      argv: [
        '/usr/lib/postgresql/17/bin/postgres',
        '-D',
        '/var/lib/postgresql/17/main',
        '-c',
        'config_file=/etc/postgresql/17/main/postgresql.conf',
      ],
      unit: 'postgresql@17-main.service',
    }),
  ],
  units: [
    aUnit({
      name: 'postgresql@17-main.service',
      type: 'forking',
      mainPid: 7,
      pidFile: '/run/postgresql/17-main.pid',
      execStart: [['/usr/bin/pg_ctlcluster', '17-main', 'start']],
    }),
  ],
  listeners: [aListener(5444, [7])],
  files: [
    aDirectory('/var/lib/postgresql/17/main'),
    aDirectory('/etc/postgresql/17/main'),
    aFile('/usr/lib/postgresql/17/bin/initdb', { package: 'postgresql-17' }),
  ],
  packages: [aPackage('postgresql-17')],
};

