import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parityProtocols, provingProtocols } from './registry.ts';

describe('the registry', () => {
  it('holds every protocol on disk, each called as its folder', () => {
    const entries = readdirSync(new URL('.', import.meta.url), { withFileTypes: true });
    const folders = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name);
    expect(parityProtocols.map((protocol) => protocol.id).sort()).toEqual(folders.sort());
  });

  it('takes being started alike for no proof', () => {
    expect([...provingProtocols].sort()).toEqual(['greeting', 'http', 'redis']);
  });
});
