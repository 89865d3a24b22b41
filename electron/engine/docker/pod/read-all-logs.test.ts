import { expect, it } from 'vitest';
import { emptyWorkload } from '../../../../shared/testing/empty-plan.ts';
import { fakeContainer } from '../../verify/testing/fake-container.ts';
import { readAllLogs } from './read-all-logs.ts';

const workload = emptyWorkload({
  logs: [
    { path: '/var/log/buoy/buoy.log', to: 'volume', reason: '' },
    { path: '/var/log/buoy/old.log', to: 'volume', reason: '' },
    { path: '/var/log/buoy/access.log', to: 'stdout', reason: '' },
  ],
});

it('reads the end of the log files that stay files, then the output', async () => {
  const files: Record<string, string> = { '/var/log/buoy/buoy.log': 'started\nno such gem\ngiving up\n' };
  const container = fakeContainer({
    fileEnd: async (path) => files[path] ?? (path.endsWith('access.log') ? 'is the output' : ''),
    logs: async (tail) => `last ${tail} lines of output`,
  });
  expect(await readAllLogs(container, workload, 2)).toBe('no such gem\ngiving up\nlast 2 lines of output');
});
