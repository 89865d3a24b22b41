import { describe, expect, it } from 'vitest';
import { emptyPlan, emptyWorkload } from '../../../../shared/testing/empty-plan.ts';
import { changeWorkload, leaveOut, makeSecret, setPublished, setVariable, sharedPodOf, takeIn } from './change-plan.ts';

const web = emptyWorkload({ name: 'web' });
const app = emptyWorkload({ name: 'app' });
const pod = { name: 'web', workloads: ['web', 'app'], sharedDirectories: [], reason: 'they talk' };
const plan = emptyPlan([web, app], { pods: [pod] });

describe('leaving a workload out', () => {
  it('keeps the others of its pod, and says why it is gone', () => {
    const without = leaveOut(plan, 'app', 'by hand');
    expect(without.workloads.map((workload) => workload.name)).toEqual(['web']);
    expect(without.pods).toEqual([{ ...pod, workloads: ['web'] }]);
    expect(without.skipped).toContainEqual({ name: 'app', reason: 'by hand', migratable: true });
  });

  it('drops a pod that nobody is left in', () => {
    expect(leaveOut(leaveOut(plan, 'app', ''), 'web', '').pods).toEqual([]);
  });
});

describe('taking a workload in again', () => {
  it('brings it back as the other plan has it, into its pod', () => {
    const edited = changeWorkload(leaveOut(plan, 'app', 'by hand'), 'web', (one) => ({ ...one, umask: '0027' }));
    const again = takeIn(edited, plan, 'app');
    expect(again.workloads.map(({ name, umask }) => [name, umask])).toEqual([
      ['app', app.umask],
      ['web', '0027'],
    ]);
    expect(again.pods).toEqual([pod]);
    expect(again.skipped).toEqual([]);
  });

  it('leaves out of its pod who is not in the plan', () => {
    const alone = leaveOut(leaveOut(plan, 'app', ''), 'web', '');
    expect(takeIn(alone, plan, 'app').pods).toEqual([{ ...pod, workloads: ['app'] }]);
  });

  it('changes nothing where it is there already, or nobody knows it', () => {
    expect(takeIn(plan, plan, 'app')).toBe(plan);
    expect(takeIn(plan, plan, 'nobody')).toBe(plan);
  });
});

it('changes one workload, and gives the same plan where nothing changed', () => {
  expect(changeWorkload(plan, 'web', (workload) => ({ ...workload, umask: '0027' })).workloads[0]?.umask).toBe('0027');
  expect(changeWorkload(plan, 'web', (workload) => workload)).toBe(plan);
  expect(changeWorkload(plan, 'nobody', (workload) => ({ ...workload, umask: '0027' }))).toBe(plan);
});

it('knows a pod only where it is shared', () => {
  expect(sharedPodOf(plan, 'web')).toBe(pod);
  expect(sharedPodOf(leaveOut(plan, 'app', ''), 'web')).toBeUndefined();
});

it('publishes the one port, not its namesake of the other protocol', () => {
  const port = { container: 53, address: '0.0.0.0', publish: true, reason: '' };
  const both = {
    ...web,
    ports: [
      { ...port, protocol: 'tcp' as const },
      { ...port, protocol: 'udp' as const },
    ],
  };
  expect(setPublished(both, 53, 'udp', false).ports.map((one) => one.publish)).toEqual([true, false]);
});

it('moves a configuration file to the secrets', () => {
  const config = { path: '/etc/app/Db.conf', scope: 'file' as const, reason: 'read' };
  const moved = makeSecret({ ...web, config: [config] }, '/etc/app/Db.conf', 'by hand');
  expect(moved.config).toEqual([]);
  expect(moved.secrets).toContainEqual({
    kind: 'file',
    name: 'etc-app-db-conf',
    path: '/etc/app/Db.conf',
    reason: 'by hand',
  });
});

it('sets a variable once', () => {
  const twice = setVariable(setVariable(web, 'MODE', 'a', 'by hand'), 'MODE', 'b', 'by hand');
  expect(twice.environment.filter((variable) => variable.name === 'MODE')).toMatchObject([{ value: 'b' }]);
  expect(setVariable(web, '', 'x', '')).toBe(web);
});
