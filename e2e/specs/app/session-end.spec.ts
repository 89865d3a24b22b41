import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { openEngineIn, startEndlessJob } from '../../app/engine-in-page.ts';
import { processesOf } from '../../app/kill.ts';
import { openWindow } from '../../app/open-window.ts';
import { startSilentServer } from '../../app/silent-server.ts';
import { test } from '../../app/test.ts';

// `kill`, and the end of a session, which tells every process of the app at once.
for (const { signal, to } of [
  { signal: 'SIGTERM', to: 'the app' },
  { signal: 'SIGINT', to: 'the app' },
  { signal: 'SIGTERM', to: 'all of its processes' },
] as const) {
  test(`${signal} to ${to} asks nobody, cancels what runs, and ends`, async ({ home }) => {
    const server = await startSilentServer();
    const { app, page } = await openWindow(home);
    await openEngineIn(page);
    const { gone } = await startEndlessJob(page, server);
    const main = app.process();
    const pids = to === 'the app' ? [Number(main.pid)] : await processesOf(app);
    const closed = app.waitForEvent('close');
    for (const pid of pids) process.kill(pid, signal);
    await Promise.all([gone, closed]);
    expect(main.exitCode).toBe(0);
    const log = await readFile(join(home.path, 'settings', 'logs', 'main.log'), 'utf8');
    expect(log).toContain(`"why":"${signal}"`);
    expect(log).toContain('"msg":"ended"');
    expect(await readFile(join(home.path, 'settings', 'logs', 'engine.log'), 'utf8')).not.toContain('exception');
    server.close();
  });
}
