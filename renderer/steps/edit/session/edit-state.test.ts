import { describe, expect, it } from 'vitest';
import { nothingOpen, withoutTab, withTab } from './edit-state.ts';

const three = ['a', 'b', 'c'].reduce(withTab, nothingOpen);

describe('tabs', () => {
  it('open beside the one that is shown, once', () => {
    expect(three).toMatchObject({ tabs: ['a', 'b', 'c'], active: 'c' });
    expect(withTab(withTab(three, 'a'), 'd').tabs).toEqual(['a', 'd', 'b', 'c']);
    expect(withTab(three, 'b')).toMatchObject({ tabs: ['a', 'b', 'c'], active: 'b' });
  });

  it('show the next one when they are closed, else the one before', () => {
    expect(withoutTab(withTab(three, 'b'), 'b')).toMatchObject({ tabs: ['a', 'c'], active: 'c' });
    expect(withoutTab(three, 'c')).toMatchObject({ active: 'b' });
    expect(withoutTab(three, 'a')).toMatchObject({ active: 'c' });
    expect(withoutTab(withTab(nothingOpen, 'a'), 'a').active).toBeUndefined();
    expect(withoutTab(three, 'x')).toBe(three);
  });
});
