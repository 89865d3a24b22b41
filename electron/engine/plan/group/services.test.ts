import { expect, it } from 'vitest';
import { aFacts, aProcess, aUnit } from '../../detectors/support/a-facts.fixture.ts';
import { makePlan } from '../make-plan.ts';
import { servicesOf } from './services.ts';

const facts = aFacts({
  processes: [
    aProcess({ pid: 1, ppid: 0, exe: '/usr/lib/systemd/systemd' }),
    aProcess({ pid: 10, exe: '/usr/lib/systemd/systemd-journald', unit: 'systemd-journald.service' }),
    aProcess({ pid: 20, exe: '/opt/gauge/gauged', argv: ['/opt/gauge/gauged'], unit: 'gauge.service' }),
    aProcess({ pid: 21, ppid: 20, exe: '/opt/gauge/gauged', argv: ['/opt/gauge/gauged'], unit: 'gauge.service' }),
  ],
  units: [aUnit({ name: 'systemd-journald.service', mainPid: 10 }), aUnit({ name: 'gauge.service', mainPid: 20 })],
});

it('names each tree by the workload that it becomes, or says why it becomes none', () => {
  const services = servicesOf(facts, makePlan(facts, {}).plan);
  expect(services.find((one) => one.rootPid === 20)).toEqual({
    name: 'gauge',
    unit: 'gauge.service',
    rootPid: 20,
    pids: [20, 21],
    workload: 'gauge',
  });
  const journal = services.find((one) => one.rootPid === 10);
  expect(journal?.workload).toBeUndefined();
  expect(journal?.reason).toMatch(/system's own/);
});

it('says of a workload that was not chosen that it was not', () => {
  const services = servicesOf(facts, makePlan(facts, { workloads: [] }).plan);
  expect(services.find((one) => one.rootPid === 20)).toMatchObject({ reason: 'Not chosen.' });
});
