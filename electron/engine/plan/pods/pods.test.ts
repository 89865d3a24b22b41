import { expect, test } from 'vitest';
import { aConfig, aDirectory, aFacts, aListener, aProcess, aUnit } from '../../detectors/support/a-facts.fixture.ts';
import { makePlan } from '../make-plan.ts';

const nginxConf =
  'http { server { listen 80; root /srv/shop/public; location / { fastcgi_pass unix:/var/run/php/shop.sock; } } }';

function shop() {
  return aFacts({
    processes: [
      aProcess({ pid: 10, exe: '/usr/sbin/nginx', unit: 'nginx.service' }),
      aProcess({ pid: 20, exe: '/usr/sbin/php-fpm8.2', unit: 'php8.2-fpm.service' }),
      aProcess({ pid: 30, exe: '/usr/bin/redis-server', comm: 'redis-server', unit: 'redis.service' }),
      aProcess({ pid: 40, exe: '/opt/alone/run', unit: 'alone.service' }),
    ],
    units: ['nginx', 'php8.2-fpm', 'redis', 'alone'].map((name, index) =>
      aUnit({ name: `${name}.service`, mainPid: (index + 1) * 10 }),
    ),
    listeners: [
      aListener(80, [10]),
      aListener(0, [20], { protocol: 'unix', address: '', path: '/run/php/shop.sock' }),
      aListener(6379, [30], { address: '127.0.0.1' }),
      aListener(5000, [40]),
    ],
    connections: [
      {
        protocol: 'tcp',
        localAddress: '127.0.0.1',
        localPort: 40001,
        remoteAddress: '127.0.0.1',
        remotePort: 6379,
        path: '',
        pids: [20],
        outward: true,
      },
      {
        protocol: 'tcp',
        localAddress: '10.0.0.2',
        localPort: 40002,
        remoteAddress: '10.0.0.9',
        remotePort: 5432,
        path: '',
        pids: [20],
        outward: true,
      },
    ],
    configFiles: [
      aConfig('/etc/nginx/nginx.conf', nginxConf),
      aConfig('/etc/php/8.2/fpm/php-fpm.conf', '[www]\nlisten = /run/php/shop.sock\n'),
      aConfig('/etc/redis/redis.conf', 'port 6379\nbind 127.0.0.1\n'),
    ],
    files: [aDirectory('/srv/shop'), aDirectory('/srv/shop/public'), aDirectory('/run/php', { uid: 33, gid: 33 })],
    surroundings: { ...aFacts().surroundings, hosts: [{ address: '10.0.0.9', names: ['db.example'] }] },
  });
}

test('workloads that talk over a socket or the loopback share a pod; the published one leads', () => {
  const { plan } = makePlan(shop(), {});
  expect(plan.pods.map(({ name, workloads }) => ({ name, workloads }))).toEqual([
    { name: 'alone', workloads: ['alone'] },
    { name: 'shop', workloads: ['shop', 'php8-2-fpm', 'redis'] },
  ]);
  expect(plan.pods[1]?.sharedDirectories.map((entry) => entry.path)).toEqual(['/run/php']);
  expect(plan.pods[1]?.reason).toContain('php8-2-fpm talks to redis');
});

test('php-fpm gets the scripts that nginx hands it', () => {
  const php = makePlan(shop(), {}).plan.workloads.find((workload) => workload.stack === 'php-fpm');
  expect(php?.files.include.map((entry) => entry.path)).toContain('/srv/shop/public');
});

test('a loopback port is not published', () => {
  const redis = makePlan(shop(), {}).plan.workloads.find((workload) => workload.stack === 'redis');
  expect(redis?.ports).toMatchObject([{ container: 6379, publish: false }]);
  expect(redis?.fit.grade).toBe('D');
});

test('connections to other machines become endpoints, by name where the server has one', () => {
  expect(makePlan(shop(), {}).plan.endpoints).toMatchObject([
    { name: 'db-example-5432', workload: 'php8-2-fpm', host: 'db.example', port: 5432 },
  ]);
});

test('who knows the port of a database beside it may call it at its socket, too', () => {
  const { plan } = makePlan(
    aFacts({
      processes: [
        aProcess({ pid: 10, exe: '/opt/club/club', argv: ['club', '--db=localhost:3306'] }),
        aProcess({ pid: 20, exe: '/usr/sbin/mariadbd', unit: 'mariadb.service' }),
      ],
      units: [aUnit({ name: 'mariadb.service', mainPid: 20 })],
      listeners: [
        aListener(80, [10]),
        aListener(3306, [20], { address: '127.0.0.1' }),
        aListener(0, [20], { protocol: 'unix', address: '', path: '/run/mysqld/mysqld.sock' }),
        aListener(0, [20], { protocol: 'unix', address: '', path: '/tmp/other.sock' }),
      ],
    }),
    {},
  );
  expect(plan.pods).toMatchObject([{ workloads: ['club', 'mariadb'], sharedDirectories: [{ path: '/run/mysqld' }] }]);
});

test('what a supervisor starts knows whom it talks to by its own variables', () => {
  const { plan } = makePlan(
    aFacts({
      processes: [
        aProcess({ pid: 10, exe: '/opt/keeper/keeper' }),
        aProcess({
          pid: 11,
          ppid: 10,
          exe: '/opt/keeper/web',
          environment: [{ name: 'CACHE', value: '127.0.0.1:11211' }],
        }),
        aProcess({ pid: 20, exe: '/usr/bin/memcached', unit: 'memcached.service' }),
      ],
      units: [aUnit({ name: 'memcached.service', mainPid: 20 })],
      listeners: [aListener(80, [11]), aListener(11211, [20], { address: '127.0.0.1' })],
    }),
    {},
  );
  expect(plan.pods.map(({ workloads }) => workloads)).toEqual([['keeper', 'memcached']]);
});
