import { expect, test } from 'vitest';
import { aFacts, aFile, aPackage, aProcess } from '../../detectors/support/a-facts.fixture.ts';
import { openFacts } from '../../detectors/support/server.ts';
import { fromPackageConfiguration } from './package-configuration.ts';

const exe = '/usr/sbin/tided';

/** What a process of package `tided` gets of these configuration files, each with where it was found. */
function configured(files: Record<string, string>, owner: string | undefined = 'tided') {
  const root = aProcess({ pid: 5, exe });
  const server = openFacts(
    aFacts({
      processes: [root],
      files: [aFile(exe, owner === undefined ? {} : { package: owner })],
      packages: [aPackage('tided'), aPackage('tided-common', [], { source: 'tided' }), aPackage('postfix')],
      configFiles: Object.entries(files).map(([path, source]) => ({ path, source, content: 'x', truncated: false })),
    }),
  );
  return fromPackageConfiguration(server, { root, members: [root], unit: undefined }).config;
}

test('the configuration of its package, of one built with it, and what was added to their directories', () => {
  const found = configured({
    '/etc/tided/tided.conf': 'package:tided',
    '/etc/tided/common.conf': 'package:tided-common',
    '/etc/tided/conf.d/own.conf': 'tree:tided',
  });
  expect(found).toEqual([
    { path: '/etc/tided/tided.conf', scope: 'file', reason: 'configuration of tided' },
    { path: '/etc/tided/common.conf', scope: 'file', reason: 'configuration of tided-common' },
    { path: '/etc/tided/conf.d/own.conf', scope: 'file', reason: 'added to the configuration of tided' },
  ]);
});

test('nothing of another package, of a file read for another reason, or of the machine', () => {
  const found = configured({
    '/etc/postfix/main.cf': 'package:postfix',
    '/etc/tided/asked.conf': 'requested',
    '/etc/unknown.conf': 'package:unknown',
    '/etc/init.d/tided': 'package:tided',
    '/etc/default/tided': 'package:tided',
    '/etc/logrotate.d/tided': 'package:tided',
    '/etc/cron.d/tided': 'package:tided',
  });
  expect(found).toEqual([]);
});

test('a program of no package has none', () => {
  expect(configured({ '/etc/tided/tided.conf': 'package:tided' }, 'nobody')).toEqual([]);
});
