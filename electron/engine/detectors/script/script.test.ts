import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { aConfig, aFacts, aFile, aListener, aPackage, aProcess } from '../support/a-facts.fixture.ts';
import { java, node, php, ruby, shell } from '../support/languages/others.ts';
import { perl } from '../support/languages/perl.ts';
import { python } from '../support/languages/python.ts';
import { onlyTree } from '../support/only-tree.fixture.ts';
import { openFacts } from '../support/server.ts';
import { scriptCallOf } from './command-line.ts';
import { script } from './index.ts';
import { planScript } from './plan.ts';

const orders = readFileSync(new URL('__fixtures__/orders.py', import.meta.url), 'utf8');

test.each([
  [python, ['python3', '-u', '-W', 'ignore', 'app.py', 'x'], '/srv/app.py'],
  [python, ['python3', '-m', 'http.server'], undefined],
  [perl, ['perl', '-w', '-I', '/x', '/opt/a.pl'], '/opt/a.pl'],
  [java, ['java', '-Xmx1g', '-cp', 'lib/*', '-jar', 'shop.jar'], '/srv/shop.jar'],
  [java, ['java', '-cp', 'a.jar', 'com.example.Main'], undefined],
  [node, ['node', '--require', './x.js', 'server.js'], '/srv/server.js'],
  [php, ['php', '-S', '0.0.0.0:80', 'router.php'], '/srv/router.php'],
  [shell, ['sh', '-c', 'sleep 1'], undefined],
])('what a command line runs: %#', (language, argv, expected) => {
  expect(scriptCallOf(language, argv, '/srv').script).toBe(expected);
});

test('imports by language', () => {
  expect(python.imports('import a, b.c as d\nfrom e.f import g\n# import no\n')).toEqual(['a', 'b.c', 'e.f']);
  expect(
    perl.imports('use strict;\nuse DBI;\n  require LWP::UserAgent;\nuse parent qw(My::Base);\nuse 5.010;\n'),
  ).toEqual(['DBI', 'LWP::UserAgent', 'My::Base']);
  expect(node.imports("const e = require('express');\nimport x from '@a/b/c';\nrequire('./own')")).toEqual([
    './own',
    '@a/b',
    'express',
  ]);
  expect(ruby.imports("require 'sinatra/base'\nrequire_relative 'x'")).toEqual(['./x', 'sinatra/base']);
});

test('a Python service: interpreter, modules by their packages, its own modules, health path', () => {
  const server = openFacts(
    aFacts({
      processes: [
        aProcess({ pid: 8, exe: '/usr/bin/python3.11', argv: ['python3', 'orders.py'], cwd: '/opt/orders/app' }),
      ],
      listeners: [aListener(8200, [8])],
      configFiles: [
        aConfig('/opt/orders/app/orders.py', orders),
        aConfig('/opt/orders/app/pricing/rules.py', 'import yaml\n'),
      ],
      files: [
        aFile('/opt/orders/app/orders.py'),
        aFile('/opt/orders/app/pricing/rules.py'),
        aFile('/usr/lib/python3/dist-packages/bottle.py', { package: 'python3-bottle' }),
        aFile('/usr/lib/python3/dist-packages/yaml/__init__.py', { package: 'python3-yaml' }),
      ],
      packages: [
        'python3-bottle',
        'python3-yaml',
        'python3.11-minimal',
        'libpython3.11-stdlib',
        'python3',
        'python2.7',
      ].map((name) => aPackage(name)),
    }),
  );
  const tree = onlyTree(server);
  const finding = script.detect(server, tree);
  if (!finding) throw new Error('not detected');
  const part = script.plan(server, tree, finding);
  expect(finding.stack).toBe('python');
  expect(part.name).toBe('orders');
  expect(part.command).toEqual(['/usr/bin/python3.11', 'orders.py']);
  expect([...new Set(part.packages.map((entry) => entry.name))].sort()).toEqual([
    'libpython3.11-stdlib',
    'python3',
    'python3-bottle',
    'python3-yaml',
    'python3.11-minimal',
  ]);
  expect(part.sites).toEqual([{ port: 8200, tls: false, paths: ['/health'], accessLogs: [] }]);
  expect(part.applications).toEqual(['/opt/orders']);
});

test('a port of which nothing tells what it speaks is perhaps asked over HTTP; one with a site is not', () => {
  const argv = ['java', '-cp', 'cargo.jar', 'Cargo'];
  const java = aProcess({ pid: 8, exe: '/usr/bin/java', argv, cwd: '/opt/cargo' });
  const server = openFacts(aFacts({ processes: [java], listeners: [aListener(6100, [8]), aListener(8080, [8])] }));
  const part = planScript(server, onlyTree(server));
  expect(part.sites.map(({ port }) => port)).toEqual([8080]);
  expect(part.parity).toMatchObject([{ kind: 'greeting', port: 6100, perhapsHttp: true }]);
});

test("a gem by the distribution's name for it, where its place tells its version", () => {
  const server = openFacts(
    aFacts({
      processes: [aProcess({ pid: 8, exe: '/usr/bin/ruby3.3', argv: ['ruby', 'app.rb'], cwd: '/srv/buoy' })],
      configFiles: [aConfig('/srv/buoy/app.rb', "require 'sinatra/base'\nrequire 'active_support'\nrequire 'json'\n")],
      files: [aFile('/srv/buoy/app.rb')],
      packages: ['ruby-sinatra', 'ruby-activesupport', 'ruby-rack', 'json'].map((name) => aPackage(name)),
    }),
  );
  const part = planScript(server, onlyTree(server));
  expect(part.packages.map(({ name }) => name)).toEqual(['ruby-activesupport', 'ruby-sinatra']);
});

test('a program is no script', () => {
  const server = openFacts(aFacts({ processes: [aProcess({ pid: 8, exe: '/usr/sbin/gauged' })] }));
  expect(script.detect(server, onlyTree(server))).toBeUndefined();
});
