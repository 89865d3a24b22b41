import type { ContractRouterClient } from '@orpc/contract';
import { createRouterClient } from '@orpc/server';
import type { contract } from '../../shared/contract/contract.ts';
import type { Engine } from '../engine/engine.ts';
import { createRouter } from './router.ts';

export type EngineClient = ContractRouterClient<typeof contract>;

/** The contract without a wire: what the command line uses. */
export function createMemoryClient(engine: Engine): EngineClient {
  return createRouterClient(createRouter(engine));
}
