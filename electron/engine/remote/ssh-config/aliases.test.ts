import { expect, test } from 'vitest';
import { hostAliases } from './aliases.ts';
import type { ConfigNode } from './files.ts';

const host = (patterns: string[], body: ConfigNode[] = []): ConfigNode => ({ kind: 'host', patterns, body });

test('names hosts without patterns once, in their order, those of includes among them', () => {
  const config: ConfigNode[] = [
    { kind: 'setting', name: 'user', words: ['deploy'] },
    host(['portal', 'web-*', 'www'], [{ kind: 'include', body: [host(['nested'])] }]),
    host(['*', '!bastion', 'node?']),
    { kind: 'include', body: [host(['db', 'portal'])] },
    { kind: 'match', criteria: new Map([['user', 'root']]), body: [] },
  ];
  expect(hostAliases(config)).toEqual(['portal', 'www', 'nested', 'db']);
});
