import { expect, it } from 'vitest';
import { requireIdle, whileRunning } from './busy.ts';

it('lets one run at a time have a project, by whatever name it is called', async () => {
  await whileRunning('/srv/project', async () => {
    expect(() => requireIdle('/srv/other/../project')).toThrow(/just now/);
    await expect(whileRunning('/srv/project/', async () => 1)).rejects.toMatchObject({ code: 'project.busy' });
    expect(await whileRunning('/srv/second', async () => 2)).toBe(2);
  });
  requireIdle('/srv/project');
  await expect(whileRunning('/srv/project', () => Promise.reject(new Error('no')))).rejects.toThrow('no');
  requireIdle('/srv/project');
});
