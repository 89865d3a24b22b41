import { describe, expect, it } from 'vitest';
import { emptyWorkload } from '../../../../shared/testing/empty-plan.ts';
import { planOf } from '../testing/plan.ts';
import { memberSpec, ownerSpec, type SpecInput } from './container-spec.ts';
import { podVolumes, volumesOf } from './pod-volumes.ts';

function port(container: number, publish: boolean) {
  return { container, protocol: 'tcp' as const, address: publish ? '0.0.0.0' : '127.0.0.1', publish, reason: '' };
}

const needs = { capabilities: ['NET_RAW'], devices: [], kernelModules: [] };
const web = emptyWorkload({
  name: 'web',
  ports: [port(80, true)],
  needs: { ...needs, sysctls: { 'kernel.msgmax': '1' } },
});
const app = emptyWorkload({
  name: 'app',
  ports: [port(9000, false), port(8443, true)],
  needs: { ...needs, sysctls: { 'net.core.somaxconn': '1024', 'kernel.shmmax': '2' } },
  data: [
    { path: '/var/lib/app', reason: '' },
    { path: '/run/pod', reason: '' },
  ],
});

function inputFor(workload: SpecInput['workload']): SpecInput {
  return { run: 'r', mark: 'm', workload, image: 'i', environment: [], volumes: [], files: undefined };
}

describe('specs of a pod', () => {
  it('give ports, host name and network settings of all to the owner', () => {
    expect(ownerSpec(inputFor(web), [web, app])).toMatchObject({
      hostname: 'portal',
      ports: [
        { container: 80, protocol: 'tcp' },
        { container: 8443, protocol: 'tcp' },
      ],
      sysctls: { 'net.core.somaxconn': '1024', 'kernel.msgmax': '1' },
      labels: { slipway: 'r', 'slipway.workload': 'web' },
    });
  });

  it('leave the others what the engine allows them', () => {
    const spec = memberSpec(inputFor(app), 'owner');
    expect(spec).toMatchObject({
      networkOf: 'owner',
      ports: [],
      sysctls: { 'kernel.shmmax': '2' },
      capabilities: ['NET_RAW'],
    });
    expect(spec).not.toHaveProperty('hostname');
  });
});

describe('volumes of a pod', () => {
  it('are one for each stateful path, and one that all share for each directory of sockets', () => {
    const [pod] = planOf([web, app]).pods;
    if (pod === undefined) throw new Error('A plan has a pod.');
    const volumes = podVolumes(pod, [web, app], 'm');
    expect(volumes.map(({ path, workload }) => [path, workload])).toEqual([
      ['/run/pod', undefined],
      ['/var/lib/app', 'app'],
    ]);
    expect(volumesOf(volumes, 'web').map(({ path }) => path)).toEqual(['/run/pod']);
    expect(new Set(volumes.map(({ name }) => name)).size).toBe(2);
    for (const { name } of volumes) expect(name).toMatch(/^[a-zA-Z0-9][a-zA-Z0-9_.-]{1,63}$/);
  });
});
