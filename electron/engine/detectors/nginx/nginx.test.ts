import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { aConfig, aFacts, aListener, aProcess, aUnit } from '../support/a-facts.fixture.ts';
import { onlyTree } from '../support/only-tree.fixture.ts';
import { openFacts } from '../support/server.ts';
import { nginx } from './index.ts';
import { parseNginxConfig } from './parse-config.ts';

function fixture(name: string): string {
  return readFileSync(new URL(`__fixtures__/${name}`, import.meta.url), 'utf8');
}

function plan(main = fixture('nginx.conf'), start = ['/usr/sbin/nginx', '-g', 'daemon on; master_process on;']) {
  const server = openFacts(
    aFacts({
      processes: [
        aProcess({
          pid: 5,
          exe: '/usr/sbin/nginx',
          argv: ['nginx: master process /usr/sbin/nginx'],
          unit: 'nginx.service',
        }),
      ],
      units: [aUnit({ name: 'nginx.service', type: 'forking', mainPid: 5, execStart: [start] })],
      listeners: [aListener(8080, [5])],
      configFiles: [
        aConfig('/etc/nginx/nginx.conf', main),
        aConfig('/etc/nginx/sites-enabled/shop.conf', fixture('shop.conf')),
      ],
    }),
  );
  const tree = onlyTree(server);
  const finding = nginx.detect(server, tree);
  if (!finding) throw new Error('not detected');
  return { finding, part: nginx.plan(server, tree, finding) };
}

test('the syntax: indented comments, quotes, Lua, braces in words', () => {
  const [, , , , http] = parseNginxConfig(fixture('nginx.conf')) ?? [];
  expect(http?.children.map((one) => one.name)).toEqual([
    'access_log',
    'error_log',
    'log_format',
    'upstream',
    'content_by_lua_block',
    'include',
  ]);
  expect(http?.children[2]?.args[1]).toBe('$remote_addr "{$request}"; $status');
  expect(parseNginxConfig('http { } }')).toBeUndefined();
  expect(parseNginxConfig('http {')).toBeUndefined();
});

test('it is certain by its configuration', () => {
  expect(plan().finding).toMatchObject({ stack: 'nginx', grade: 'certain' });
});

test('the foreground command does not repeat what the configuration says', () => {
  expect(plan().part.command).toEqual(['/usr/sbin/nginx', '-g', 'daemon off;']);
  expect(plan(`daemon off;\n${fixture('nginx.conf')}`).part.command).toEqual(['/usr/sbin/nginx']);
  expect(
    plan(undefined, ['/usr/sbin/nginx', '-c', '/etc/nginx/nginx.conf', '-g', 'pcre_jit on;']).part.command,
  ).toEqual(['/usr/sbin/nginx', '-c', '/etc/nginx/nginx.conf', '-g', 'daemon off; pcre_jit on;']);
});

test('roots, keys, logs, sites and peers', () => {
  const { part } = plan();
  expect(part.include.map((entry) => entry.path)).toEqual(['/var/www/shop/public', '/srv/files']);
  expect(part.secretFiles.map((entry) => entry.path).sort()).toEqual(['/etc/nginx/users', '/etc/ssl/private/shop.key']);
  expect(part.logs.map(({ path, to }) => `${path} ${to}`)).toEqual([
    '/var/log/nginx/access.log stdout',
    '/var/log/nginx/error.log stderr',
    '/var/log/nginx/shop.log stdout',
  ]);
  expect(part.sites.map(({ port, tls, host, paths }) => ({ port, tls, host, paths }))).toEqual([
    { port: 8080, tls: false, host: 'shop.example', paths: ['/healthz', '/api/'] },
    { port: 8080, tls: false, host: 'shop.example', paths: ['/healthz', '/api/'] },
    { port: 8443, tls: true, host: 'shop.example', paths: ['/healthz', '/api/'] },
  ]);
  expect(part.peers.map(({ to, shares }) => ({ to, shares }))).toEqual([
    { to: { kind: 'unix', path: '/run/php/shop.sock' }, shares: ['/var/www/shop/public'] },
    { to: { kind: 'tcp', host: '10.0.0.7', port: 8000 }, shares: [] },
  ]);
});

test('of an application it has what it may serve, unless a module runs programs in it', () => {
  const main = 'http { server { listen 80; root /srv/shop/public; } }';
  expect(plan(main).part.applications).toEqual(['/srv/shop/public']);
  const lua = 'http { server { listen 80; root /srv/shop/public; access_by_lua_file /srv/shop/lua/a.lua; } }';
  expect(plan(lua).part.applications).toEqual(['/srv/shop']);
});
