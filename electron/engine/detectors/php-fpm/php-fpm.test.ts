import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { aConfig, aFacts, aPackage, aProcess, aUnit } from '../support/a-facts.fixture.ts';
import { onlyTree } from '../support/only-tree.fixture.ts';
import { openFacts } from '../support/server.ts';
import { phpFpm } from './index.ts';
import { parsePools } from './parse-pools.ts';

const pool = readFileSync(new URL('__fixtures__/shop.conf', import.meta.url), 'utf8');
const main =
  '[global]\npid = /run/php/php8.2-fpm.pid\nerror_log = /var/log/php8.2-fpm.log\ninclude=/etc/php/8.2/fpm/pool.d/*.conf\n';

function plan() {
  const server = openFacts(
    aFacts({
      processes: [
        aProcess({
          pid: 7,
          exe: '/usr/sbin/php-fpm8.2',
          argv: ['php-fpm: master process (/etc/php/8.2/fpm/php-fpm.conf)'],
          unit: 'php8.2-fpm.service',
        }),
      ],
      units: [
        aUnit({
          name: 'php8.2-fpm.service',
          type: 'notify',
          mainPid: 7,
          execStart: [['/usr/sbin/php-fpm8.2', '--nodaemonize']],
        }),
      ],
      configFiles: [aConfig('/etc/php/8.2/fpm/php-fpm.conf', main), aConfig('/etc/php/8.2/fpm/pool.d/shop.conf', pool)],
      packages: [aPackage('php8.2-mysql'), aPackage('php8.2-cli'), aPackage('php7.4-xml')],
    }),
  );
  const tree = onlyTree(server);
  const finding = phpFpm.detect(server, tree);
  if (!finding) throw new Error('not detected');
  return { finding, part: phpFpm.plan(server, tree, finding) };
}

test('the syntax of pools', () => {
  const entries = Object.fromEntries(parsePools(pool)[1]?.entries.map(({ name, value }) => [name, value]) ?? []);
  expect(entries['php_admin_value[session.save_path]']).toBe('/var/lib/shop/sessions');
  expect(entries['php_admin_value[error_log]']).toBe('/var/log/shop-php.log');
});

test('its pools make it certain', () => {
  expect(plan().finding).toMatchObject({ stack: 'php-fpm', grade: 'certain' });
});

test('foreground, sockets, logs, sessions and the extensions of its own version', () => {
  const { part } = plan();
  expect(part.command).toEqual([
    '/usr/sbin/php-fpm8.2',
    '--nodaemonize',
    '--fpm-config',
    '/etc/php/8.2/fpm/php-fpm.conf',
  ]);
  expect(part.sockets).toEqual(['/run/php/shop.sock']);
  expect(part.data.map((entry) => entry.path)).toEqual(['/var/lib/shop/sessions']);
  expect(part.logs.map(({ path, to }) => `${path} ${to}`)).toEqual([
    '/var/log/php8.2-fpm.log stderr',
    '/var/log/shop.access.log stdout',
    '/var/log/shop-php.log volume',
  ]);
  expect(part.packages.map((entry) => entry.name)).toEqual(['php8.2-mysql']);
  expect(part.users).toEqual(['shop']);
  expect(part.applications).toEqual(['/var/www/shop']);
});
