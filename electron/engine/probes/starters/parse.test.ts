import { expect, test } from 'vitest';
import { filesSection, section } from '../testing/sections.ts';
import { parseStarters } from './parse.ts';

function start(contents: Record<string, string>, paths: Record<string, string[]> = {}) {
  const lists = Object.entries(paths).map(([name, list]) => section(name, list.map((path) => `${path}\0`).join('')));
  return parseStarters([filesSection(contents), ...lists]).value;
}

test('crontabs: the system names users, an account is its table', () => {
  const found = start({
    '/etc/cron.d/backup': 'SHELL=/bin/sh\n# no\n30 3 * * 0\troot  /usr/bin/backup --all\n@reboot app /srv/start.sh\n',
    '/etc/cron.d/backup.dpkg-old': '* * * * * root /old\n',
    '/var/spool/cron/crontabs/anna': '*/5 * * * * cd /srv && ./poll\n',
  });
  expect(found.map(({ schedule, user, command, enabled }) => [schedule, user, command, enabled])).toEqual([
    ['30 3 * * 0', 'root', '/usr/bin/backup --all', true],
    ['@reboot', 'app', '/srv/start.sh', true],
    ['* * * * *', 'root', '/old', false],
    ['*/5 * * * *', 'anna', 'cd /srv && ./poll', true],
  ]);
});

test('rc.local: every command, enabled where it may be run', () => {
  const text = '#!/bin/sh -e\n# by hand\nsu app -c "cd /srv && nohup ./daemon \\\n  -c etc/d.conf &"\nexit 0\n';
  const found = start({ '/etc/rc.local': text }, { executable: ['/etc/rc.local'] });
  expect(found).toEqual([
    {
      kind: 'rc.local',
      name: 'rc.local',
      source: '/etc/rc.local',
      command: 'su app -c "cd /srv && nohup ./daemon    -c etc/d.conf &"',
      enabled: true,
    },
  ]);
});

test('supervisord programs', () => {
  const found = start({
    '/etc/supervisor/conf.d/web.conf':
      '[supervisord]\nuser=root\n[program:web]\ncommand=/srv/web --port 80 ; comment\nuser = www\n[program:idle]\ncommand=/bin/idle\nautostart=false\n',
  });
  expect(found).toMatchObject([
    { kind: 'supervisord', name: 'web', user: 'www', command: '/srv/web --port 80', enabled: true },
    { name: 'idle', enabled: false },
  ]);
});

test('inetd and xinetd', () => {
  const found = start({
    '/etc/inetd.conf':
      '#ftp stream\n#<off># finger stream tcp nowait nobody /usr/sbin/tcpd in.fingerd\ntime stream tcp nowait root internal\nmail stream tcp nowait app.mail /srv/mail mail -d\n',
    '/etc/xinetd.d/sync':
      'service rsync\n{\n  disable = no\n  server = /usr/bin/rsync\n  server_args = --daemon\n  user = root\n}\n',
  });
  expect(found.map(({ name, user, command, enabled }) => [name, user, command, enabled])).toEqual([
    ['finger/tcp', 'nobody', '/usr/sbin/tcpd in.fingerd', false],
    ['time/tcp', 'root', 'internal', true],
    ['mail/tcp', 'app', '/srv/mail -d', true],
    ['rsync', 'root', '/usr/bin/rsync --daemon', true],
  ]);
});

test('sysv scripts and periodic ones', () => {
  const found = start(
    {},
    {
      sysv: ['/etc/init.d/portal', '/etc/init.d/off'],
      enabled: ['/etc/rc3.d/S20portal'],
      periodic: ['/etc/cron.daily/logrotate', '/etc/periodic/15min/poll'],
    },
  );
  expect(found.map(({ kind, name, schedule, enabled }) => [kind, name, schedule, enabled])).toEqual([
    ['sysv', 'portal', undefined, true],
    ['sysv', 'off', undefined, false],
    ['cron', 'logrotate', '@daily', true],
    ['cron', 'poll', '*/15 * * * *', true],
  ]);
});
