import type { AnyRouter } from '@orpc/server';
import { MessageChannelMain, type MessagePortMain, type UtilityProcess, utilityProcess } from 'electron';
import { servePort } from '../bridge/electron.ts';
import type { Log } from '../local/log.ts';
import type { EngineMessage, EngineReport } from './engine-message.ts';

export interface EngineHandle {
  /** Gives a page's port to the engine. */
  connect(page: MessagePortMain): void;
  /** How many jobs run in it. */
  jobs(): number;
  /** Ends the engine once its cancelled jobs have cleaned up, or after `patience` milliseconds. */
  end(patience: number): Promise<void>;
}

interface EngineOptions {
  /** The built engine process. */
  program: string;
  /** What the engine asks of the window's process. */
  shell: AnyRouter;
  logs: string;
  log: Log;
  /** The engine has gone unasked; a new one is there for the page's next connection. */
  onLost(): void;
}

/** Starts the engine's process, and again whenever it fails. */
export function startEngine(options: EngineOptions): EngineHandle {
  let ending = false;
  let jobs = 0;
  let engine = fork();

  function fork(): UtilityProcess {
    const child = utilityProcess.fork(options.program, [], { serviceName: 'Slipway engine', stdio: 'inherit' });
    const { port1, port2 } = new MessageChannelMain();
    servePort(options.shell, port1);
    tell(child, { kind: 'begin', logs: options.logs }, port2);
    child.on('message', (report: EngineReport) => {
      jobs = report.count;
    });
    child.once('exit', (code) => {
      jobs = 0;
      options.log.info({ code, ending }, 'engine ended');
      if (ending) return;
      engine = fork();
      options.onLost();
    });
    return child;
  }

  return {
    jobs: () => jobs,
    connect: (page) => tell(engine, { kind: 'page' }, page),
    async end(patience) {
      ending = true;
      const ended = new Promise<void>((resolve) => engine.once('exit', () => resolve()));
      tell(engine, { kind: 'end' });
      const timer = setTimeout(() => killNow(engine), patience);
      await ended;
      clearTimeout(timer);
    },
  };
}

/** Its own `kill` sends a signal that the engine takes for one more wish that it may end. */
function killNow({ pid }: UtilityProcess): void {
  if (pid !== undefined) process.kill(pid, 'SIGKILL');
}

function tell(child: UtilityProcess, message: EngineMessage, port?: MessagePortMain): void {
  child.postMessage(message, port === undefined ? [] : [port]);
}
