import type { Workload } from '../../../../shared/model/plan.ts';

const wildcards = new Set(['', '*', '0.0.0.0', '::', '[::]']);

/** The loopback address at which it is reached from inside its container, whose other addresses are its own. */
export function insideAddress(workload: Workload, port: number): string {
  const address = serverAddress(workload, port);
  return address === '::1' ? address : '127.0.0.1';
}

/** The address at which a service of the server is reached from the server itself. */
export function serverAddress(workload: Workload, port: number): string {
  const bound = workload.ports
    .filter((one) => one.container === port && one.protocol === 'tcp')
    .map((one) => one.address);
  if (bound.length === 0 || bound.some((address) => wildcards.has(address))) return '127.0.0.1';
  return bound.find((address) => address.startsWith('127.')) ?? bound[0] ?? '127.0.0.1';
}
