import { expect, test } from 'vitest';
import { aConfig, aDirectory, aFacts, aFile, aListener, aPackage, aProcess, aUnit } from './a-facts.fixture.ts';
import { configurationNeeds } from './configuration.ts';
import { onlyTree } from './only-tree.fixture.ts';
import { openFacts } from './server.ts';

const main =
  '# /srv/never\nroot = "/srv/depot/htdocs"\nupload = "/var/cache/lit"\nstate /var/spool/lit\nsee http://x/srv/url\n';

function needs() {
  const server = openFacts(
    aFacts({
      processes: [
        aProcess({
          pid: 7,
          exe: '/usr/sbin/lit',
          argv: ['/usr/sbin/lit', '-f', '/etc/lit/lit.conf'],
          uid: 33,
          gid: 33,
        }),
      ],
      listeners: [aListener(80, [7])],
      configFiles: [
        aConfig('/etc/lit/lit.conf', main),
        aConfig('/etc/lit/conf.d/cgi.conf', 'assign ".py" => "/usr/bin/python3"\n'),
      ],
      files: [
        aDirectory('/etc/lit'),
        aDirectory('/srv/depot/htdocs'),
        aDirectory('/srv/never'),
        aDirectory('/srv/url'),
        aDirectory('/var/cache/lit'),
        aDirectory('/var/spool/lit', { uid: 33 }),
        aFile('/usr/bin/python3', { package: 'python3-minimal' }),
      ],
      packages: [aPackage('libpython3-stdlib'), aPackage('python3-minimal')],
    }),
  );
  return configurationNeeds(server, onlyTree(server), ['lit', 'ssl']);
}

test('the directory of /etc is mounted whole, and what its texts name comes along', () => {
  const found = needs();
  expect(found.config.map(({ path, scope }) => [path, scope])).toEqual([['/etc/lit', 'tree']]);
  expect(found.applications).toEqual(['/srv/depot']);
  expect(found.directories.map(({ path }) => path)).toEqual(['/var/cache/lit']);
  expect(found.data.map(({ path }) => path)).toEqual(['/var/spool/lit']);
});

test('comments and addresses name nothing', () => {
  const named = needs().mentions.map(({ path }) => path);
  expect(named).not.toContain('/srv/never');
  expect(named).not.toContain('/srv/url');
});

test('an interpreter that the configuration names brings its library', () => {
  expect(needs().packages.map(({ name }) => name)).toEqual(expect.arrayContaining(['libpython3-stdlib']));
});

test('what a pattern in it stands for comes along', () => {
  const server = openFacts(
    aFacts({
      processes: [aProcess({ pid: 7, exe: '/usr/sbin/lit' })],
      configFiles: [
        aConfig(
          '/etc/lit/lit.conf',
          '#!include /usr/share/off/*.conf\n!include_try /usr/share/lit/protocols.d/*.protocol\n',
        ),
        aConfig('/usr/share/lit/protocols.d/imap.protocol', 'protocols = imap\n'),
        aConfig('/usr/share/off/a.conf', 'x'),
      ],
      files: [aDirectory('/etc/lit')],
    }),
  );
  const { mentions } = configurationNeeds(server, onlyTree(server), ['lit']);
  expect(mentions.map(({ path }) => path)).toEqual(['/usr/share/lit/protocols.d/imap.protocol']);
});

test.each([
  ['its user, where no package lists it', {}, ['/etc/rabbit']],
  ['its user, where its own package lists it', { package: 'rabbit-server' }, ['/etc/rabbit']],
  ['nobody but another package', { package: 'web-server' }, []],
])('the directory of /etc that bears the name of %s', (_whose, owner, expected) => {
  const program = '/usr/lib/rabbit/bin/rabbit-server';
  const server = openFacts(
    aFacts({
      processes: [aProcess({ pid: 7, exe: '/usr/lib/erlang/bin/beam', user: 'rabbit', uid: 103 })],
      files: [aDirectory('/etc/rabbit', owner), aFile(program, { package: 'rabbit-server' })],
    }),
  );
  const unit = aUnit({ name: 'rabbit-server.service', execStart: [[program]] });
  const found = configurationNeeds(server, { ...onlyTree(server), unit }, ['rabbit-server', 'beam']);
  expect(found.config.map(({ path }) => path)).toEqual(expected);
});
