import type { ContractRouterClient } from '@orpc/contract';
import type { contract } from './contract.ts';

/** The contract as a front end calls it, whatever the transport. */
export type EngineClient = ContractRouterClient<typeof contract>;
