import { expect, test } from 'vitest';
import type { Facts } from '../../../../shared/model/facts.ts';
import { aConfig, aFacts, aFile, aPackage, aProcess, aUnit } from '../../detectors/support/a-facts.fixture.ts';
import { openFacts } from '../../detectors/support/server.ts';
import { identitiesOf } from './identities.ts';

const program = '/usr/sbin/exampled';
const postinst = '/var/lib/dpkg/info/exampled.postinst';

function user(name: string, uid: number, parts: Partial<Facts['users'][number]> = {}): Facts['users'][number] {
  return { name, uid, gid: uid, gecos: '', home: '/nonexistent', shell: '/usr/sbin/nologin', ...parts };
}

/** A daemon that runs as root, with accounts on the server that nothing of it shows. */
function facts(parts: Partial<Facts> = {}): Facts {
  return aFacts({
    processes: [aProcess({ pid: 5, exe: program })],
    files: [aFile(program, { package: 'exampled' })],
    packages: [aPackage('exampled')],
    users: [user('root', 0), user('_example', 110), user('backup', 34), user('other', 111)],
    groups: [
      { name: 'root', gid: 0, members: [] },
      { name: '_example', gid: 110, members: ['other', '_example'] },
    ],
    ...parts,
  });
}

function namesOf(given: Facts, paths: string[] = []): string[] {
  const [root] = given.processes;
  if (root === undefined) throw new RangeError('no process');
  const unit = aUnit({ name: 'exampled.service', fragmentPath: '' });
  const tree = { root, members: given.processes, unit };
  return identitiesOf(openFacts(given), tree, [], paths).users.map(({ name }) => name);
}

test('the account that the package of the program makes when it is installed comes along', () => {
  const configFiles = [aConfig(postinst, '#!/bin/sh\nadduser --system --quiet --group _example\n')];
  expect(namesOf(facts({ configFiles }))).toEqual(['_example', 'root']);
});

test("no other package's, none that only looks like a word, and none of the distribution's own", () => {
  const configFiles = [
    aConfig('/var/lib/dpkg/info/other.postinst', 'adduser --system other\n'),
    aConfig(postinst, 'adduser _example2\nchown backup /srv\n'),
  ];
  expect(namesOf(facts({ configFiles }))).toEqual(['root']);
});

test('what the package does is asked for where it was not read', () => {
  const server = openFacts(facts());
  const [root] = server.facts.processes;
  if (root === undefined) throw new RangeError('no process');
  identitiesOf(server, { root, members: [root], unit: undefined }, [], []);
  expect(server.wants()).toContainEqual({ kind: 'config', path: postinst });
});

test('a package of another manager has no such script', () => {
  const packages = [aPackage('exampled', [], { manager: 'apk' })];
  const configFiles = [aConfig(postinst, 'adduser _example\n')];
  expect(namesOf(facts({ packages, configFiles }))).toEqual(['root']);
});

test('a name in a setting counts, one in a comment does not', () => {
  const setting = (text: string) =>
    namesOf(facts({ configFiles: [aConfig('/etc/exampled.conf', text)] }), ['/etc/exampled.conf']);
  expect(setting('user = _example\n')).toContain('_example');
  expect(setting('# user = _example\n')).not.toContain('_example');
});

test('whatever a server calls its accounts stays within a line of passwd', () => {
  const users = [user('root', 0), user('_example', 110, { gecos: 'a:b\nroot2' })];
  const configFiles = [aConfig(postinst, 'adduser _example\n')];
  expect(namesOf(facts({ users, configFiles }))).toEqual(['root']);
});

test('of a group only the members that come along are kept', () => {
  const given = facts({ configFiles: [aConfig(postinst, 'adduser _example\n')] });
  const [root] = given.processes;
  if (root === undefined) throw new RangeError('no process');
  const { groups } = identitiesOf(openFacts(given), { root, members: [root], unit: undefined }, [], []);
  expect(groups.find(({ name }) => name === '_example')?.members).toEqual(['_example']);
});
