import { describe, expect, it } from 'vitest';
import { sampleFacts, sampleProcess } from '../../testing/sample-facts.ts';
import { sampleWorkload } from '../../testing/sample-workload.ts';
import { serverProcesses } from './server-processes.ts';

const apache = '/usr/sbin/apache2';
const process = (pid: number, ppid: number, exe: string, argv: string[] = [exe]) =>
  sampleProcess({ pid, ppid, exe, argv });
const port = (container: number) => ({ container, protocol: 'tcp' as const, address: '::', publish: true, reason: '' });
const listener = (number: number, ...pids: number[]) => ({
  protocol: 'tcp' as const,
  address: '::',
  port: number,
  path: '',
  pids,
});
const found = (workload: Parameters<typeof sampleWorkload>[0], facts: Parameters<typeof sampleFacts>[0]) => {
  const processes = serverProcesses(sampleWorkload(workload), sampleFacts(facts));
  return processes && { main: processes.main.pid, all: processes.all.map((one) => one.pid).sort() };
};

describe('serverProcesses', () => {
  it('finds the master by a worker that listens', () => {
    const processes = [
      process(1, 0, '/sbin/init'),
      process(400, 1, apache),
      process(410, 400, apache),
      process(411, 410, '/usr/bin/perl'),
    ];
    expect(found({ ports: [port(80)] }, { processes, listeners: [listener(80, 410, 400)] })).toEqual({
      main: 400,
      all: [400, 410, 411],
    });
  });

  it('does not take process 1 for a service whose socket it holds', () => {
    const processes = [process(1, 0, '/sbin/init'), process(500, 1, '/opt/portal/bin/portald')];
    expect(found({ ports: [port(80)] }, { processes, listeners: [listener(80, 1)] })?.main).toBe(500);
  });

  it('finds a script by its path, among others of the same interpreter', () => {
    const python = '/usr/bin/python3.11';
    const processes = [
      process(600, 1, python, ['python3', '/opt/other.py']),
      process(601, 1, python, [python, '/opt/app.py']),
    ];
    expect(found({ command: [python, '/opt/app.py'] }, { processes })?.main).toBe(601);
  });

  it('knows a program by its other name on a merged /usr', () => {
    expect(found({ command: ['/usr/sbin/daemon'] }, { processes: [process(700, 1, '/sbin/daemon')] })?.main).toBe(700);
  });

  it('finds none where none runs, and none inside a container', () => {
    const inside = { ...process(800, 1, '/opt/portal/bin/portald'), container: 'c0ffee' };
    expect(found({}, { processes: [inside] })).toBeUndefined();
  });
});
