import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { aConfig, aFacts, aProcess, aUnit } from '../support/a-facts.fixture.ts';
import { onlyTree } from '../support/only-tree.fixture.ts';
import { openFacts } from '../support/server.ts';
import { redis } from './index.ts';
import { parseRedisConfig } from './parse-config.ts';

const conf = readFileSync(new URL('__fixtures__/redis.conf', import.meta.url), 'utf8');

function plan(options: { local?: string; start?: string[]; unit?: boolean } = {}) {
  const start = options.start ?? [
    '/usr/bin/redis-server',
    '/etc/redis/redis.conf',
    '--supervised',
    'systemd',
    '--daemonize',
    'no',
  ];
  const server = openFacts(
    aFacts({
      processes: [
        aProcess({
          pid: 9,
          exe: '/usr/bin/redis-check-rdb',
          argv: ['/usr/bin/redis-server 0.0.0.0:6390'],
          comm: 'redis-server',
          cwd: '/var/lib/redis',
          ...(options.unit === false ? {} : { unit: 'redis-server.service' }),
        }),
      ],
      units:
        options.unit === false
          ? []
          : [aUnit({ name: 'redis-server.service', type: 'notify', mainPid: 9, execStart: [start] })],
      configFiles: [
        aConfig('/etc/redis/redis.conf', conf),
        aConfig('/etc/redis/local.conf', options.local ?? 'requirepass "s3cret word"\n'),
      ],
    }),
  );
  const tree = onlyTree(server);
  const finding = redis.detect(server, tree);
  if (!finding) throw new Error('not detected');
  return { finding, part: redis.plan(server, tree, finding) };
}

test('the syntax', () => {
  expect(parseRedisConfig('# x\nRequirePass "a b"\n\nsave 1 2')).toEqual([
    { name: 'requirepass', args: ['a b'] },
    { name: 'save', args: ['1', '2'] },
  ]);
});

test('found although the executable is called redis-check-rdb', () => {
  expect(plan().finding).toMatchObject({ stack: 'redis', grade: 'certain' });
});

test('one right value for background, supervision and log', () => {
  const foreground = ['--daemonize', 'no', '--supervised', 'no', '--logfile', ''];
  expect(plan().part.command).toEqual(['/usr/bin/redis-server', '/etc/redis/redis.conf', ...foreground]);
  expect(plan({ unit: false }).part.command).toEqual(['/usr/bin/redis-server', '/etc/redis/redis.conf', ...foreground]);
  const kept = plan({
    start: ['/usr/bin/redis-server', '/etc/redis/redis.conf', '--maxmemory', '64mb', '--logfile', '/x'],
  });
  expect(kept.part.command).toEqual([
    '/usr/bin/redis-server',
    '/etc/redis/redis.conf',
    '--maxmemory',
    '64mb',
    ...foreground,
  ]);
});

test('it is stateful while it saves', () => {
  const { part } = plan();
  expect(part.stateful?.what).toBe('a Redis store');
  expect(part.data.map((entry) => entry.path)).toEqual(['/var/lib/redis']);
  expect(part.parity).toMatchObject([{ kind: 'redis', port: 6390 }]);
});

test('a cache that saves nothing is not', () => {
  const { part } = plan({ local: 'save ""\nappendonly no\n' });
  expect(part.stateful).toBeUndefined();
  expect(part.data).toEqual([]);
});

test('the directory of its configured log is there, since Redis opens it before it reads --logfile', () => {
  const { part } = plan({ local: 'logfile /srv/redis/log/redis.log\n' });
  expect(part.directories.map(({ path }) => path)).toEqual(['/srv/redis/log']);
  expect(plan({ local: 'logfile ""\n' }).part.directories).toEqual([]);
});
