import type { Facts } from '../../../../../shared/model/facts.ts';
import { aConfig, aDirectory, aFacts, aFile, aListener, aPackage, aProcess } from '../../support/a-facts.fixture.ts';

/** A daemon that no package owns, started by nohup, with a library of its own and a relative configuration path. */
export function gaugeFacts(changes: Partial<Facts> = {}): Facts {
  return aFacts({
    processes: [
      aProcess({
        pid: 300,
        exe: '/srv/gauge/bin/gauged',
        argv: ['./bin/gauged', '-c', 'etc/gauge.yaml'],
        cwd: '/srv/gauge',
        uid: 994,
        gid: 994,
        user: 'gauge',
        groups: [994],
        umask: '0002',
        environment: [{ name: 'HOME', value: '/srv/gauge' }, { name: 'GAUGE_TOKEN', value: 't0k3n' }, { name: 'UNIT', value: 'mbar' }],
        mappedFiles: ['/srv/gauge/bin/gauged', '/usr/local/lib/libgauge.so.1.2', '/usr/lib/x86_64-linux-gnu/libc.so.6'],
        openFiles: [
          { fd: 1, path: '/srv/gauge/log/gauge.log', deleted: false, access: 'write', append: true },
          { fd: 4, path: '/srv/gauge/spool/queue.db', deleted: false, access: 'read-write', append: false },
        ],
      }),
    ],
    listeners: [aListener(7070, [300])],
    configFiles: [aConfig('/srv/gauge/etc/gauge.yaml', 'port: 7070\nadmin:\n  password: rope-Walk-91\n')],
    files: [
      aDirectory('/srv/gauge', { uid: 994 }),
      aFile('/srv/gauge/bin/gauged'),
      aFile('/srv/gauge/etc/gauge.yaml', { uid: 994, mode: 0o600 }),
      aFile('/usr/local/lib/libgauge.so.1.2'),
      aFile('/usr/local/lib/libgauge.so.1', { type: 'symlink', linkTarget: 'libgauge.so.1.2' }),
      aFile('/usr/lib/x86_64-linux-gnu/libc.so.6', { package: 'libc6' }),
      aFile('/etc/ld.so.cache'),
    ],
    packages: [aPackage('libc6')],
    users: [{ name: 'gauge', uid: 994, gid: 994, gecos: '', home: '/srv/gauge', shell: '/bin/sh' }],
    groups: [{ name: 'gauge', gid: 994, members: [] }],
    surroundings: {
      ...aFacts().surroundings,
      ldSoConf: [{ path: '/etc/ld.so.conf.d/libc.conf', directories: ['/usr/local/lib'] }],
    },
    ...changes,
  });
}
