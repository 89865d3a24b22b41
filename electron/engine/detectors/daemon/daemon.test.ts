import { expect, test } from 'vitest';
import { aConfig, aDirectory, aFacts, aListener, aProcess, aUnit } from '../support/a-facts.fixture.ts';
import { onlyTree } from '../support/only-tree.fixture.ts';
import { openFacts } from '../support/server.ts';
import { postgres } from './__fixtures__/postgres.ts';
import { daemon } from './index.ts';
import { planDaemon } from './plan.ts';

function plan(facts: Parameters<typeof aFacts>[0]) {
  const server = openFacts(aFacts(facts));
  const tree = onlyTree(server);
  const finding = daemon.detect(server, tree);
  return finding && { finding, part: daemon.plan(server, tree, finding) };
}

test('PostgreSQL runs by itself, with a database that is made where its volume is empty', () => {
  const found = plan(postgres);
  expect(found?.finding.stack).toBe('postgresql');
  expect(found?.part.command).toEqual(postgres.processes[0]?.argv);
  expect(found?.part.follow).toBeUndefined();
  expect(found?.part.config).toMatchObject([{ path: '/etc/postgresql/17/main', scope: 'tree' }]);
  expect(found?.part.data.map(({ path }) => path)).toEqual(['/var/lib/postgresql/17/main']);
  expect(found?.part.prepare?.[0]?.slice(-2)).toEqual([
    '/var/lib/postgresql/17/main',
    '/usr/lib/postgresql/17/bin/initdb',
  ]);
  expect(found?.part.stateful?.what).toBe('a PostgreSQL database');
});

test('a database that answers from its data is only known to be there', () => {
  expect(plan(postgres)?.part.parity).toMatchObject([{ kind: 'greeting', port: 5444, handshake: true }]);
});

test('a daemon that does not speak first is asked something harmless', () => {
  const facts = { processes: [aProcess({ pid: 3, exe: '/usr/bin/memcached' })], listeners: [aListener(11211, [3])] };
  const [probe] = plan(facts)?.part.parity ?? [];
  expect(probe?.kind === 'greeting' && Buffer.from(probe.say ?? '', 'hex').toString()).toBe('version\r\n');
});

test('a daemon with a page of its own besides is asked its question where it speaks that protocol alone', () => {
  const beam = aProcess({ pid: 3, exe: '/usr/lib/erlang/bin/beam.smp', argv: ['/usr/sbin/rabbitmq-server'] });
  const unit = aUnit({ name: 'rabbitmq-server.service', mainPid: 3 });
  const server = openFacts(aFacts({ processes: [beam], listeners: [aListener(5672, [3]), aListener(15672, [3])] }));
  const { parity } = planDaemon(server, { ...onlyTree(server), unit });
  expect(parity).toMatchObject([
    { port: 5672, say: '414d515000000901' },
    { port: 15672, perhapsHttp: true },
  ]);
  expect(parity[1]).not.toHaveProperty('say');
});

test('mailboxes that the configuration names are data, neither an application nor files of the image', () => {
  const facts = {
    processes: [aProcess({ pid: 3, exe: '/usr/sbin/dovecot' })],
    files: [aDirectory('/etc/dovecot'), aDirectory('/srv/mail', { uid: 900 }), aDirectory('/srv/mail/old')],
    configFiles: [
      aConfig('/etc/dovecot/local.conf', 'mail_location = maildir:/srv/mail/%n\nnamespace { /srv/mail/old }\n'),
    ],
  };
  const part = plan(facts)?.part;
  expect(part?.data.map(({ path }) => path)).toEqual(['/srv/mail']);
  expect(part?.applications).toEqual([]);
  expect(part?.mentions).toEqual([]);
});

test('a master of something else is no mail server', () => {
  expect(plan({ processes: [aProcess({ pid: 3, exe: '/opt/game/master' })] })).toBeUndefined();
  expect(plan({ processes: [aProcess({ pid: 3, exe: '/usr/lib/postfix/sbin/master' })] })?.finding.stack).toBe(
    'postfix',
  );
});
