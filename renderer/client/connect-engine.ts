import type { EngineClient } from '../../shared/contract/client.ts';
import { windowMark } from '../../shared/contract/transport.ts';
import { connectSocket } from './connect-socket.ts';
import { connectWindow } from './connect-window.ts';
import { createLostEngine } from './lost-engine.ts';

export interface EngineConnection {
  client: EngineClient;
  /** Calls back when the engine is gone for good; a reload of the page may find a new one. */
  onLost(listener: () => void): void;
}

/** The engine of wherever the page runs: the desktop app's window, or a browser. Call it once, when the page starts. */
export function openEngine(): EngineConnection {
  const lost = createLostEngine();
  const client = windowMark in window ? connectWindow(lost.report) : connectSocket(lost.report);
  return { client, onLost: lost.onLost };
}
