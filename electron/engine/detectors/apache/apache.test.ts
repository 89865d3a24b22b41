import { expect, test } from 'vitest';
import { onlyTree } from '../support/only-tree.fixture.ts';
import { openFacts } from '../support/server.ts';
import { portalFacts } from './__fixtures__/server.ts';
import { apache } from './index.ts';
import { parseEnvvars } from './locate.ts';
import { parseApacheConfig, splitArguments } from './parse-config.ts';

function plan(facts = portalFacts()) {
  const server = openFacts(facts);
  const tree = onlyTree(server);
  const finding = apache.detect(server, tree);
  if (!finding) throw new Error('not detected');
  return { finding, part: apache.plan(server, tree, finding), server };
}

test('the syntax: continuation, quotes, sections, comments, case', () => {
  expect(splitArguments('a "b c" \'d "e\' f\\g "x\\"y"')).toEqual(['a', 'b c', 'd "e', 'f\\g', 'x"y']);
  const [section] = parseApacheConfig(
    '# c\n<Directory "/a b">\n OPTIONS +ExecCGI \\\n  Indexes\n</directory>\n</Stray>\n',
  );
  expect(section).toMatchObject({ name: 'directory', args: ['/a b'], line: 2 });
  expect(section?.children).toEqual([{ name: 'options', args: ['+ExecCGI', 'Indexes'], line: 3 }]);
});

test('envvars as Debian writes it', () => {
  const text =
    'export APACHE_RUN_DIR=/var/run/apache2$SUFFIX\nexport LANG=C\nexport LANG\nexport X="${APACHE_RUN_DIR}/x"\n';
  expect(Object.fromEntries(parseEnvvars(text))).toEqual({
    APACHE_RUN_DIR: '/var/run/apache2',
    LANG: 'C',
    X: '/var/run/apache2/x',
  });
});

test('CGI is found in the configuration, which makes it certain', () => {
  expect(plan().finding).toMatchObject({ stack: 'apache-cgi', grade: 'certain', pids: [100, 101] });
});

test('without its configuration it is still an Apache, and asks for it', () => {
  const { finding, server } = plan(portalFacts({ configFiles: [] }));
  expect(finding).toMatchObject({ stack: 'apache', grade: 'likely' });
  expect(server.wants()).toContainEqual({ kind: 'config', path: '/etc/apache2/apache2.conf' });
});

test('the foreground command keeps the options and drops -k', () => {
  const facts = portalFacts();
  for (const process of facts.processes)
    process.argv = ['/usr/sbin/apache2', '-f', '/etc/apache2/apache2.conf', '-D', 'TEST', '-k', 'start'];
  const { part } = plan(facts);
  expect(part.command).toEqual([
    '/usr/sbin/apache2',
    '-f',
    '/etc/apache2/apache2.conf',
    '-D',
    'TEST',
    '-D',
    'FOREGROUND',
  ]);
  expect(part.include.map((entry) => entry.path)).toContain('/srv/test');
});

test('what the configuration names: roots, CGI, keys, logs, peers, name', () => {
  const { part } = plan();
  expect(part.name).toBe('portal');
  expect(part.include.map((entry) => entry.path)).toEqual(
    expect.arrayContaining(['/srv/portal/www', '/srv/portal/cgi-bin']),
  );
  expect(part.include.map((entry) => entry.path)).not.toContain('/opt/never');
  expect(part.secretFiles.map((entry) => entry.path)).toEqual(['/etc/portal/htpasswd']);
  expect(part.logs.map(({ path, to }) => [path, to])).toEqual([
    ['/var/log/apache2/error.log', 'stderr'],
    ['/var/log/apache2/portal.log', 'stdout'],
  ]);
  expect(part.peers).toMatchObject([{ to: { kind: 'tcp', host: '127.0.0.1', port: 9000 } }]);
  expect(part.ports.map((entry) => entry.port)).toEqual([8088]);
  expect(part.sites).toEqual([
    { port: 8088, tls: false, host: 'portal.example', paths: ['/api'], accessLogs: ['/var/log/apache2/portal.log'] },
  ]);
  expect(part.notes.join()).toContain('rotatelogs');
});

test('modules that CGI programs load are found before a request needs them', () => {
  const names = plan().part.packages.map((entry) => entry.name);
  expect(names).toEqual(expect.arrayContaining(['perl-base', 'perl', 'libcgi-pm-perl', 'libjson-perl']));
});

test('an include loop ends', () => {
  const facts = portalFacts();
  const main = facts.configFiles[0];
  if (main) main.content = 'Include /etc/apache2/apache2.conf\nListen 8088\n';
  expect(plan(facts).part.ports.length).toBeGreaterThan(0);
});
