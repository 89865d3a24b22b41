import { describe, expect, it } from 'vitest';
import type { ContainerSpec } from '../docker-host.ts';
import { createOptions } from './create-options.ts';

const abilities = { init: true, openFiles: true, publishAddress: '127.0.0.1' };
const spec: ContainerSpec = {
  name: 'n',
  image: 'i',
  hostname: 'portal',
  environment: [],
  labels: {},
  ports: [{ container: 53, protocol: 'udp' }],
  volumes: [{ name: 'v', path: '/data' }],
  memoryBytes: 1024,
  cpus: 1.5,
  pids: 7,
  openFiles: 4096,
  init: true,
  capabilities: ['NET_ADMIN'],
  devices: ['/dev/fuse'],
  sysctls: {},
  stopSignal: 'SIGQUIT',
};

describe('createOptions', () => {
  it('publishes on the given address, on a port of the engine’s choosing', () => {
    expect(createOptions(spec, abilities)).toMatchObject({
      Hostname: 'portal',
      StopSignal: 'SIGQUIT',
      ExposedPorts: { '53/udp': {} },
      HostConfig: {
        PortBindings: { '53/udp': [{ HostIp: '127.0.0.1', HostPort: '0' }] },
        NanoCpus: 1.5e9,
        Ulimits: [{ Name: 'nofile', Soft: 4096, Hard: 4096 }],
        Init: true,
      },
    });
  });

  it('asks for nothing that the engine would refuse next to a shared network', () => {
    const options = createOptions({ ...spec, networkOf: 'owner' }, abilities);
    expect(options.HostConfig).toMatchObject({ NetworkMode: 'container:owner' });
    expect(options).not.toHaveProperty('Hostname');
    expect(options).not.toHaveProperty('ExposedPorts');
    expect(options.HostConfig).not.toHaveProperty('PortBindings');
  });

  it('leaves out what the host cannot do', () => {
    const options = createOptions(spec, { ...abilities, init: false, openFiles: false });
    expect(options.HostConfig).toMatchObject({ Init: false, Ulimits: [] });
  });
});
