import type { WorkloadEvidence } from '../../../../shared/model/evidence.ts';
import type { Workload } from '../../../../shared/model/plan.ts';
import httpScript from '../../../../templates/compose/health-http.bash?raw';
import tcpScript from '../../../../templates/compose/health-tcp.bash?raw';
import { literal } from './literal.ts';

export interface ComposeHealth {
  test: string[];
  interval: string;
  timeout: string;
  retries: number;
  start_period: string;
}

/**
 * A health check that runs in the container, where its tool is surely in the image. Nothing is installed for it, and the
 * Dockerfile has none: other orchestrators bring their own, and only bash can speak TCP without a further program.
 */
export function healthCheck(workload: Workload, evidence: WorkloadEvidence): ComposeHealth | undefined {
  const { health } = workload;
  if (health.kind === 'unix' || health.kind === 'process' || !hasBash(workload, evidence)) return undefined;
  const address = addressOf(workload, health.port);
  const parameters = [address, `${health.port}`, ...(health.kind === 'http' ? [health.path] : [])];
  const script = (health.kind === 'http' ? httpScript : tcpScript).replace(/^#.*\n/gm, '').trim();
  return {
    test: ['CMD', 'bash', '-c', script, 'health', ...parameters].map(literal),
    interval: '10s',
    timeout: '5s',
    retries: 3,
    start_period: '30s',
  };
}

/** bash is part of every full image of these families, or it came with the files. */
function hasBash(workload: Workload, evidence: WorkloadEvidence): boolean {
  const shipped = evidence.entries.some(({ path }) => path === '/usr/bin/bash' || path === '/bin/bash');
  if (workload.strategy === 'scratch') return shipped;
  const name = workload.base.image.split('@')[0]?.split('/').at(-1) ?? '';
  return shipped || /^(?:debian|ubuntu|centos|rockylinux|almalinux|fedora|amazonlinux|oraclelinux)(?::|$)/.test(name);
}

function addressOf(workload: Workload, port: number): string {
  const address = workload.ports.find((candidate) => candidate.container === port)?.address;
  return address === '::1' ? '::1' : '127.0.0.1';
}
