import { expect, test } from 'vitest';
import { aConfig, aFacts, aFile, aListener, aUnit } from '../../detectors/support/a-facts.fixture.ts';
import { makePlan } from '../make-plan.ts';
import { waitingPrograms, withWaitingServices } from './waiting-services.ts';

const socket = {
  name: 'quote.socket',
  service: 'quote@0.service',
  listen: [{ type: 'stream' as const, address: '[::]:9301' }],
  perCall: true,
  descriptorName: 'quote.socket',
};
const waiting = {
  socketUnits: [socket],
  units: [aUnit({ name: 'quote@0.service', execStart: [['/usr/local/bin/quote.sh', '-v']], user: 'www-data' })],
  listeners: [aListener(9301, [1], { address: '::' })],
  configFiles: [aConfig('/usr/local/bin/quote.sh', '#!/bin/sh\necho a quote\n')],
  files: [
    aFile('/usr/local/bin/quote.sh', { mode: 0o755 }),
    aFile('/bin/sh', { type: 'symlink', linkTarget: 'dash' }),
    aFile('/bin/dash', { mode: 0o755 }),
    aFile('/usr/bin/perl', { mode: 0o755 }),
  ],
};

test('a service that waits for its first call gets the process that it would be', () => {
  const facts = withWaitingServices(aFacts(waiting));
  const [process] = facts.processes;
  expect(process).toMatchObject({ exe: '/bin/dash', user: 'www-data', unit: 'quote@0.service' });
  expect(process?.argv).toEqual(['/bin/dash', '/usr/local/bin/quote.sh', '-v']);
  expect(facts.listeners[0]?.pids).toEqual([process?.pid]);
  expect(waitingPrograms(aFacts(waiting))).toEqual(['/usr/local/bin/quote.sh']);
});

test('one that runs, or whose socket nobody holds, is left as it is', () => {
  const facts = aFacts({ ...waiting, listeners: [aListener(9301, [7], { address: '::' })] });
  expect(withWaitingServices(facts)).toBe(facts);
});

test('it becomes a workload whose sockets the entrypoint opens, and is not listed as left out', () => {
  const { plan } = makePlan(aFacts({ ...waiting, init: { kind: 'systemd', version: '252' } }), {});
  expect(plan.workloads).toMatchObject([
    {
      name: 'quote',
      sockets: { perCall: true, listen: [{ kind: 'tcp', address: '[::]:9301', name: 'quote.socket' }] },
      ports: [{ container: 9301 }],
    },
  ]);
  expect(plan.workloads[0]?.notes.join()).toContain('did not run during the scan');
  expect(plan.skipped.map(({ name }) => name)).not.toContain('socket: tcp 9301');
});
