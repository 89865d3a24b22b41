import { preferencesSchema } from '../../shared/model/shell.ts';
import { usualOptions } from './fake-engine.ts';
import { type FakeOptions, scenarios } from './world.ts';

/** What the address of the fake page asks for: `?scenario=empty&pace=0&theme=dark&language=zh&large&edited`. */
export function readOptions(search: string): FakeOptions {
  const query = new URLSearchParams(search);
  const preferences = preferencesSchema.partial().safeParse({
    theme: query.get('theme') ?? undefined,
    language: query.get('language') ?? undefined,
  });
  return {
    scenario: scenarios.find((name) => name === query.get('scenario')) ?? usualOptions.scenario,
    pace: Number(query.get('pace') ?? usualOptions.pace),
    preferences: { theme: preferences.data?.theme ?? 'system', language: preferences.data?.language ?? 'system' },
    large: query.has('large'),
    edited: query.has('edited'),
  };
}
