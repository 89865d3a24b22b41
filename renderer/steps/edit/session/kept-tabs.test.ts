import { describe, expect, it } from 'vitest';
import { readTabs, writeTabs } from './kept-tabs.ts';

function memory() {
  const kept = new Map<string, string>();
  return {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
  };
}

describe('kept tabs', () => {
  it('are kept by project', () => {
    const storage = memory();
    writeTabs(storage, '/p', { tabs: ['a', 'b'], active: 'b' });
    expect(readTabs(storage, '/p')).toEqual({ tabs: ['a', 'b'], active: 'b' });
    expect(readTabs(storage, '/other')).toBeUndefined();
  });

  it('may be none', () => {
    const storage = memory();
    writeTabs(storage, '/p', { tabs: [], active: undefined });
    expect(readTabs(storage, '/p')).toEqual({ tabs: [] });
  });

  it.each(['{', '1', '{"tabs":1}'])('are as if never kept where %j stands', (text) => {
    expect(readTabs({ getItem: () => text }, '/p')).toBeUndefined();
  });
});
