import { expect, test } from 'vitest';
import type { Process } from '../../../../shared/model/facts.ts';
import type { Workload } from '../../../../shared/model/plan.ts';
import { aFacts, aProcess, aUnit } from '../../detectors/support/a-facts.fixture.ts';
import { openFacts } from '../../detectors/support/server.ts';
import { needsOf } from './needs.ts';

type Port = Workload['ports'][number];

function aPort(container: number, address: string): Port {
  return { container, protocol: 'tcp', address, publish: true, reason: 'test' };
}

function needs(ports: Port[], parts: Partial<Process> = {}, ambient: string[] = []) {
  const root = aProcess({ pid: 5, exe: '/usr/sbin/x', ...parts });
  const unit = aUnit({ name: 'x.service', ambientCapabilities: ambient });
  return needsOf(openFacts(aFacts({ processes: [root] })), { root, members: [root], unit }, ports);
}

test('a service on ::1 gets the IPv6 that Docker turns off; on another address it is left alone', () => {
  expect(needs([aPort(8080, '::1')]).sysctls).toEqual({ 'net.ipv6.conf.all.disable_ipv6': '0' });
  expect(needs([aPort(8080, '::'), aPort(8081, '127.0.0.1')]).sysctls).toEqual({});
});

test('a port below 1024 needs no capability, but only who is not root has to be let', () => {
  const low = { 'net.ipv4.ip_unprivileged_port_start': '0' };
  expect(needs([aPort(80, '0.0.0.0')], { uid: 33 }).sysctls).toEqual(low);
  expect(needs([aPort(80, '0.0.0.0')], { uid: 0 }).sysctls).toEqual({});
  expect(needs([aPort(8080, '0.0.0.0')], { uid: 33 }).sysctls).toEqual({});
});

test('a device brings what opening it means', () => {
  const openFiles = [{ fd: 3, path: '/dev/net/tun', deleted: false, access: 'read-write' as const, append: false }];
  expect(needs([], { openFiles })).toMatchObject({
    devices: ['/dev/net/tun'],
    capabilities: ['NET_ADMIN'],
    kernelModules: ['tun'],
  });
});

test('of the capabilities that a unit gives, those that Docker grants anyway are not asked for', () => {
  expect(needs([], {}, ['cap_net_bind_service', 'CAP_SYS_NICE', 'odd; name']).capabilities).toEqual(['SYS_NICE']);
});
