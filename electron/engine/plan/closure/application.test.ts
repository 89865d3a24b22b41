import { expect, test } from 'vitest';
import { aDirectory, aFacts, aProcess } from '../../detectors/support/a-facts.fixture.ts';
import { openFacts } from '../../detectors/support/server.ts';
import { applicationsOf } from './application.ts';

const node = '/usr/bin/node';
const keeper = aProcess({ pid: 10, exe: node, argv: ['PM2 v5: God Daemon (/home/deploy/.pm2)'] });

function applicationsBeside(...children: Parameters<typeof aProcess>[0][]) {
  const members = [keeper, ...children.map((child) => aProcess({ ppid: 10, ...child }))];
  const users = [{ name: 'deploy', uid: 1000, gid: 1000, gecos: '', home: '/home/deploy', shell: '/bin/sh' }];
  const files = ['/home/deploy/api', '/srv/shop', '/usr/share/x'].map((path) => aDirectory(path));
  const server = openFacts(aFacts({ processes: members, users, files }));
  return applicationsOf(server, { root: keeper, members, unit: undefined }, []);
}

test('what a process manager runs is an application each, by its title or its arguments', () => {
  const titled = { pid: 11, exe: node, argv: ['node /home/deploy/api/server.js'], cwd: '/home/deploy' };
  const called = { pid: 12, exe: node, argv: ['node', 'bin/index.js'], cwd: '/srv/shop' };
  expect(applicationsBeside(titled, called)).toEqual(['/home/deploy/api', '/srv/shop']);
});

test('what is no script of its own is none', () => {
  const packaged = { pid: 11, exe: node, argv: ['node', '/usr/share/x/index.js'], cwd: '/srv/shop' };
  const native = { pid: 12, exe: '/usr/sbin/x', argv: ['x', '/srv/shop/a.conf'], cwd: '/' };
  expect(applicationsBeside(packaged, native)).toEqual([]);
});
