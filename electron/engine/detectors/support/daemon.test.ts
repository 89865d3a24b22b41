import { expect, test } from 'vitest';
import { aConfig, aFacts, aFile, aProcess, aUnit } from './a-facts.fixture.ts';
import { foregroundOf } from './daemon.ts';
import { inForeground } from './foreground-forms.ts';
import { onlyTree } from './only-tree.fixture.ts';
import { argumentsOf } from './process-tree.ts';
import { openFacts } from './server.ts';

function sysv(parts: Parameters<typeof aFacts>[0] = {}) {
  const server = openFacts(
    aFacts({
      processes: [aProcess({ pid: 9, exe: '/usr/local/sbin/tided', unit: 'tided.service' })],
      units: [aUnit({ name: 'tided.service', type: 'forking', execStart: [['/etc/init.d/tided', 'start']] })],
      files: [aFile('/usr/local/sbin/tided'), aFile('/run/tided/tided.pid')],
      ...parts,
    }),
  );
  return foregroundOf(server, onlyTree(server));
}

test('a daemon of a boot script is started itself and followed by the pid file that the script names', () => {
  const script = aConfig('/etc/init.d/tided', 'DAEMON=/usr/local/sbin/tided\nPIDFILE=/var/run/tided/tided.pid\n');
  expect(sysv({ configFiles: [script] })).toMatchObject({
    command: ['/usr/local/sbin/tided'],
    follow: { pidFile: '/var/run/tided/tided.pid' },
  });
});

test('the program itself may name the pid file; one that is not there is none', () => {
  const programs = [
    { path: '/usr/local/sbin/tided', names: ['/run/other.pid', '/run/tided/tided.pid'], speaksHttp: false },
  ];
  expect(sysv({ programs }).follow).toEqual({ pidFile: '/run/tided/tided.pid' });
  expect(sysv({ programs, files: [aFile('/usr/local/sbin/tided')] }).follow).toEqual({});
});

test('variables of a unit are replaced as systemd does', () => {
  const environment = [
    { name: 'OPTS', value: '-v  --fast' },
    { name: 'PORT', value: '80' },
  ];
  const server = openFacts(
    aFacts({
      processes: [aProcess({ pid: 9, exe: '/usr/bin/x', unit: 'x.service', environment })],
      units: [
        aUnit({
          name: 'x.service',
          mainPid: 9,
          execStart: [['/usr/bin/x', '$OPTS', '$NONE', '--port=${PORT}', 'a$$b', '$PORT/x']],
        }),
      ],
    }),
  );
  expect(argumentsOf(onlyTree(server))).toEqual(['/usr/bin/x', '-v', '--fast', '--port=80', 'a$b', '$PORT/x']);
});

test('in the command of one that puts itself into the background, too', () => {
  const execStart = [['/usr/sbin/ftpd', '-c', '$CONFIG_FILE', '$OPTIONS']];
  const environment = [
    { name: 'CONFIG_FILE', value: '/etc/ftpd.conf' },
    { name: 'OPTIONS', value: '' },
  ];
  const units = [aUnit({ name: 'ftpd.service', type: 'forking', execStart, environment })];
  const argv = ['ftpd: (accepting connections)'];
  const processes = [aProcess({ pid: 9, exe: '/usr/sbin/ftpd', argv, unit: 'ftpd.service' })];
  const server = openFacts(aFacts({ processes, units }));
  expect(foregroundOf(server, onlyTree(server)).command).toEqual(['/usr/sbin/ftpd', '-c', '/etc/ftpd.conf']);
});

test('postfix is started by its own starter, not by what that runs', () => {
  expect(inForeground(['/usr/lib/postfix/sbin/master', '-w'])).toEqual(['/usr/sbin/postfix', 'start-fg']);
  expect(inForeground(['/opt/game/master', '-w'])).toBeUndefined();
});

test('an option that sends it away goes with its value', () => {
  const command = ['/usr/bin/uwsgi', '--ini', 'a.ini', '--daemonize', '/var/log/a.log', '--master'];
  expect(inForeground(command)).toEqual(['/usr/bin/uwsgi', '--ini', 'a.ini', '--master']);
});
