import type { MessagePortMain } from 'electron';
import { connectShell, servePort } from './bridge/electron.ts';
import { type AppRouter, createRouter } from './bridge/router.ts';
import { createRunningJobs } from './bridge/running-jobs.ts';
import { createEngine } from './engine/engine.ts';
import { openLog } from './local/log.ts';
import type { EngineMessage, EngineReport } from './shell/engine-message.ts';

// The engine in a process of its own: the window stays smooth while it hashes and packs, and survives where it fails.
const running = createRunningJobs((count) => {
  const message: EngineReport = { kind: 'jobs', count };
  process.parentPort.postMessage(message);
});
let router: AppRouter | undefined;

process.parentPort.on('message', ({ data, ports }: { data: EngineMessage; ports: MessagePortMain[] }) => {
  const [port] = ports;
  switch (data.kind) {
    case 'begin':
      return port && begin(port, data.logs);
    case 'page':
      return port && router && servePort(router, port);
    case 'end':
      return void end();
  }
});

/** A signal reaches every process of the app: this one goes as it does when it is told, and not before it has cleaned up. */
for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.on(signal, () => void end());

async function end(): Promise<void> {
  await running.end();
  process.exit(0);
}

function begin(shell: MessagePortMain, logs: string): void {
  const log = openLog(logs, 'engine');
  log.info({ node: process.version }, 'engine started');
  // What the page sends is read out of our sight; a message that cannot be read fails nowhere else.
  process.on('unhandledRejection', (error) => log.error({ error }, 'unhandled rejection'));
  process.on('uncaughtException', (error) => {
    log.fatal({ error }, 'uncaught exception');
    process.exit(1);
  });
  router = createRouter(createEngine(), connectShell(shell), running);
}
