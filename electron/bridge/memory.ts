import { createRouterClient } from '@orpc/server';
import type { EngineClient } from '../../shared/contract/client.ts';
import type { Engine } from '../engine/engine.ts';
import { createRouter } from './router.ts';
import type { ShellPort } from './shell-port.ts';

/** The contract without a wire: what the command line uses. */
export function createMemoryClient(engine: Engine, shell: ShellPort): EngineClient {
  return createRouterClient(createRouter(engine, shell));
}
