import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { build } from 'vite';
import type { EngineClient } from '../../shared/contract/client.ts';
import type { ShellCommand } from '../../shared/model/shell.ts';
import { root } from './places.ts';
import type { SilentServer } from './silent-server.ts';

declare global {
  interface Window {
    /** A connection of the test's own, beside the page's. */
    testEngine: { client: EngineClient; onLost(listener: () => void): void };
    /** The shell's commands, once {@link listenIn} has been called. */
    testCommands?: AsyncIterator<ShellCommand, unknown>;
  }
}

let bundle: Promise<string> | undefined;

/** Opens a connection of the test's own in the app's page: the page's own code, through the page's own way out. */
export async function openEngineIn(page: Page): Promise<void> {
  bundle ??= bundleClient();
  // Evaluated by the browser's debugger: the page's policy holds for the page, not for its tests.
  await page.evaluate(`${await bundle}; window.testEngine = slipwayClient.openEngine(); undefined`);
}

/** Begins to listen to the shell's commands; {@link nextCommandIn} gives them one by one. */
export async function listenIn(page: Page): Promise<void> {
  await page.evaluate(async () => {
    window.testCommands = await window.testEngine.client.shell.commands();
  });
}

export function nextCommandIn(page: Page): Promise<ShellCommand | undefined> {
  return page.evaluate(async () => {
    const next = await window.testCommands?.next();
    return next?.done === false ? next.value : undefined;
  });
}

/** Starts a job that waits on a silent server until it is cancelled; gives what tells that it has let go of it. */
export async function startEndlessJob(page: Page, server: SilentServer): Promise<{ gone: Promise<void> }> {
  await page.evaluate(async (port) => {
    const target = `ssh://nobody@127.0.0.1:${port}`;
    const stream = await window.testEngine.client.machine.testServer({ server: { target } });
    await stream.next();
    void stream.next().catch(() => undefined);
  }, server.port);
  return server.visited;
}

async function bundleClient(): Promise<string> {
  const built = await build({
    ...{ root, configFile: false, logLevel: 'warn' },
    build: {
      ...{ write: false, target: 'chrome114' },
      lib: { entry: join(root, 'renderer/client/connect-engine.ts'), formats: ['iife'], name: 'slipwayClient' },
    },
  });
  const [output] = Array.isArray(built) ? built : [built];
  if (output === undefined || !('output' in output)) throw new Error('vite watches where it should build once.');
  return output.output[0].code;
}
