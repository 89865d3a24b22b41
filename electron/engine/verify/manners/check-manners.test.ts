import { describe, expect, it } from 'vitest';
import { fakeContainer } from '../testing/fake-container.ts';
import { sampleJob } from '../testing/sample-job.ts';
import { samplePlan } from '../testing/sample-plan.ts';
import { samplePod, sampleWorkload } from '../testing/sample-workload.ts';
import { checkManners } from './check-manners.ts';

const listing = (...lines: string[]) => ({ exec: async () => ({ exitCode: 0, output: `${lines.join('\n')}\n` }) });
const outcomes = (checks: { id: string; outcome: string }[] = []) => checks.map((one) => `${one.id} ${one.outcome}`);

describe('checkManners', () => {
  const plan = samplePlan(sampleWorkload({ logs: [{ path: '/var/log/portal.log', to: 'stdout', reason: '' }] }));

  it('is content with a service that behaves', async () => {
    const container = fakeContainer({ logs: async () => 'GET /\n', ...listing('S 1 portald') });
    const checks = await checkManners(new Map([['portal', container]]), plan, sampleJob());
    expect(outcomes(checks.get('portal'))).toEqual(['zombies same', 'logs same', 'stop same']);
  });

  it('finds zombies, and what had to be killed', async () => {
    const container = fakeContainer({
      ...listing('S 1 portald', 'Z 7 report.cgi'),
      stop: async () => ({ seconds: 10, killed: true, exitCode: 137 }),
    });
    const checks = await checkManners(new Map([['portal', container]]), plan, sampleJob());
    expect(outcomes(checks.get('portal'))).toEqual(['zombies different', 'logs not-compared', 'stop different']);
    expect(checks.get('portal')?.[0]?.detail).toContain('report.cgi');
  });

  it('gives a parent time to wait for its child', async () => {
    const looks = ['S 1 portald\nZ 7 report.cgi\n', 'S 1 portald\nZ 9 report.cgi\n'];
    const container = fakeContainer({ exec: async () => ({ exitCode: 0, output: looks.shift() ?? '' }) });
    const checks = await checkManners(new Map([['portal', container]]), plan, sampleJob());
    expect(outcomes(checks.get('portal'))[0]).toBe('zombies same');
  });

  it('does not claim what it cannot see', async () => {
    const checks = await checkManners(new Map([['portal', fakeContainer()]]), plan, sampleJob());
    expect(outcomes(checks.get('portal'))[0]).toBe('zombies not-compared');
  });

  it('takes exit code 137 for a kill, and 143 for an end', async () => {
    const ended = (exitCode: number) => fakeContainer({ stop: async () => ({ seconds: 1, killed: false, exitCode }) });
    const check = async (exitCode: number) =>
      (await checkManners(new Map([['portal', ended(exitCode)]]), plan, sampleJob())).get('portal')?.at(-1)?.outcome;
    expect(await check(137)).toBe('different');
    expect(await check(143)).toBe('same');
  });

  it("stops the pod's first last, and leaves alone what does not run", async () => {
    const stopped: string[] = [];
    const container = (name: string, runs = true) =>
      fakeContainer({
        state: async () => ({ running: runs, exitCode: 0, oomKilled: false, error: '', pid: 1 }),
        stop: async () => {
          stopped.push(name);
          return { seconds: 0, killed: false, exitCode: 0 };
        },
      });
    const names = ['web', 'app', 'db'];
    const pod = { ...samplePlan(...names.map((name) => sampleWorkload({ name }))), pods: [samplePod(...names)] };
    const containers = new Map([
      ['web', container('web')],
      ['app', container('app')],
      ['db', container('db', false)],
    ]);
    const checks = await checkManners(containers, pod, sampleJob());
    expect(stopped).toEqual(['app', 'web']);
    expect([...checks.keys()]).toEqual(['app', 'web']);
  });
});
