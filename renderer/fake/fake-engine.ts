import { createRouterClient } from '@orpc/server';
import type { EngineClient } from '../../shared/contract/client.ts';
import { createFakeRouter } from './fake-router.ts';
import { createWorld, type FakeOptions } from './world.ts';

export const usualOptions: FakeOptions = {
  scenario: 'full',
  pace: 80,
  preferences: { theme: 'system', language: 'system' },
  large: false,
  edited: false,
};

/** An engine that only remembers: the contract's client, with recorded facts behind it, each message checked. */
export function createFakeEngine(options: Partial<FakeOptions> = {}): EngineClient {
  return createRouterClient(createFakeRouter(createWorld({ ...usualOptions, ...options })));
}
