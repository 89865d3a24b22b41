import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { type entry, evidence, plan, richWorkload, workload } from '../__fixtures__/plans.ts';
import { composeYaml } from './compose.ts';

function composed(given: ReturnType<typeof plan>, entries: ReturnType<typeof entry>[] = []) {
  const all = new Map(given.workloads.map(({ name }) => [name, evidence(entries, name)]));
  return parse(
    composeYaml({
      plan: given,
      evidence: all,
      images: new Map([['portal', { tag: 'slipway/portal:3f2a9c', id: '' }]]),
    }),
  );
}

describe('composeYaml', () => {
  it('says how the portal is built, reached, limited and stopped', () => {
    const { services, name } = composed(plan([richWorkload()]));
    expect(name).toBe('slipway-legacy01-example');
    expect(services.portal).toMatchObject({
      image: 'slipway/portal:3f2a9c',
      build: { context: './workloads/portal' },
      hostname: 'portal',
      init: true,
      env_file: ['./secrets/portal.env'],
      stop_signal: 'SIGWINCH',
      stop_grace_period: '30s',
      restart: '${RESTART:-unless-stopped}',
      mem_limit: '${PORTAL_MEMORY:-256m}',
      cpus: '${PORTAL_CPUS:-0.5}',
      pids_limit: 100,
      ulimits: { nofile: { soft: 4096, hard: 4096 } },
      cap_add: ['NET_RAW'],
      devices: ['/dev/fuse:/dev/fuse'],
      sysctls: { 'net.core.somaxconn': '1024' },
    });
    expect(services.portal.ports).toEqual([
      { target: 8088, published: '${PORTAL_8088_PORT:-8088}', host_ip: '${BIND_ADDRESS:-127.0.0.1}', protocol: 'tcp' },
      { target: 514, published: '${PORTAL_514_UDP_PORT:-514}', host_ip: '${BIND_ADDRESS:-127.0.0.1}', protocol: 'udp' },
    ]);
  });

  it('says above each service what it is and where its limits come from', () => {
    const text = composeYaml({ plan: plan([workload()]), evidence: new Map(), images: new Map() });
    expect(text).toContain('  # Apache with CGI programs. Limits: twice what it used.\n  portal:\n');
  });

  it('mounts configuration read-only, outermost trees alone, and data and secrets in their places', () => {
    const { services, volumes, secrets } = composed(plan([richWorkload()]));
    const mounts = services.portal.volumes.map((mount: Record<string, unknown>) => [
      mount.type,
      mount.target,
      mount.read_only,
    ]);
    expect(mounts).toEqual([
      ['bind', '/etc/apache2', true],
      ['bind', '/etc/portal.conf', true],
      ['volume', '/var/lib/portal', undefined],
    ]);
    expect(Object.keys(volumes)).toEqual(['portal-var-lib-portal']);
    expect(services.portal.secrets).toEqual([
      { source: 'portal-etc-apache2-ssl-portal.key', target: '/etc/apache2/ssl/portal.key' },
    ]);
    expect(secrets).toEqual({
      'portal-etc-apache2-ssl-portal.key': { file: './secrets/portal/etc/apache2/ssl/portal.key' },
    });
  });

  it('says no more than what a simple service needs', () => {
    const { services, volumes, secrets } = composed(plan([workload({ init: false })]));
    expect(Object.keys(services.portal)).toEqual([
      'image',
      'build',
      'hostname',
      'stop_grace_period',
      'restart',
      'mem_limit',
      'cpus',
      'pids_limit',
      'labels',
    ]);
    expect([volumes, secrets]).toEqual([undefined, undefined]);
  });

  it('gives a pod one network: its owner publishes once for all and has the name and network settings', () => {
    const port = (container: number) => ({
      container,
      protocol: 'tcp' as const,
      address: '::',
      publish: true,
      reason: '',
    });
    const needs = { capabilities: [], devices: [], kernelModules: [] };
    const web = workload({ name: 'web', ports: [port(80)], needs: { ...needs, sysctls: { 'kernel.msgmax': '1' } } });
    const app = workload({
      name: 'app',
      ports: [port(80), port(8000)],
      needs: { ...needs, sysctls: { 'net.core.somaxconn': '9', 'kernel.sem': '2' } },
    });
    const pods = [
      { name: 'site', workloads: ['web', 'app'], sharedDirectories: [{ path: '/run/x', reason: '' }], reason: '' },
    ];
    const { services, volumes } = composed(plan([web, app], { pods }));
    expect(services.web.ports.map((one: { target: number }) => one.target)).toEqual([80, 8000]);
    expect(services.web.sysctls).toEqual({ 'kernel.msgmax': '1', 'net.core.somaxconn': '9' });
    expect(services.app).toMatchObject({ network_mode: 'service:web', sysctls: { 'kernel.sem': '2' } });
    expect(services.app).not.toHaveProperty('ports');
    expect(services.app).not.toHaveProperty('hostname');
    expect(Object.keys(volumes)).toEqual(['site-run-x']);
    expect(services.app.volumes).toEqual(services.web.volumes);
  });

  it('gives two pods with the same port different ones on the host', () => {
    const ports = [{ container: 80, protocol: 'tcp' as const, address: '10.0.0.1', publish: true, reason: '' }];
    const { services } = composed(plan([workload({ name: 'a', ports }), workload({ name: 'b', ports })]));
    expect(services.a.ports[0].published).toBe('${A_80_PORT:-80}');
    expect(services.b.ports[0].published).toBe('${B_80_PORT:-81}');
  });

  it('lets no text of the server change its structure', () => {
    const text = fc.string({ unit: 'binary', maxLength: 30 });
    fc.assert(
      fc.property(text, text, text, (title, path, value) => {
        const portal = workload({
          title,
          hostname: value,
          data: [{ path: `/data/x${path.replaceAll('/', '').replaceAll('..', '')}`, reason: value }],
          limits: { memoryBytes: 1, cpus: 1, pids: 1, reason: title },
        });
        const { services, volumes } = composed(plan([portal], { server: { ...plan().server, name: value } }));
        const [mount] = services.portal.volumes;
        expect(Object.keys(services)).toEqual(['portal']);
        expect(Object.keys(volumes)).toEqual([mount.source]);
        expect(mount.source).toMatch(/^[A-Za-z0-9][A-Za-z0-9_.-]+$/);
        expect(mount.target).toBe(portal.data[0]?.path.replaceAll('$', '$$$$'));
        expect(services.portal.hostname ?? '').toBe(value.replaceAll('$', '$$$$'));
        expect(Object.keys(services.portal)).not.toContain('privileged');
      }),
    );
  });
});
