import { describe, expect, it } from 'vitest';
import { distinct, type LineReason, reasonAt } from './line-reason.ts';

const wide: LineReason = { first: 2, last: 9, mark: 2, topic: 'packages', reasons: [], changed: false };
const narrow: LineReason = { ...wide, first: 4, last: 4 };

describe('reasonAt', () => {
  it('takes the narrowest', () => {
    expect(reasonAt([wide, narrow], 4)).toBe(narrow);
    expect(reasonAt([wide, narrow], 5)).toBe(wide);
    expect(reasonAt([wide, narrow], 1)).toBeUndefined();
  });
});

describe('distinct', () => {
  it('says a thing once', () => {
    const one = { subject: 'a', text: 'x' };
    expect(distinct([one, { ...one }, { text: 'x' }, { text: '' }])).toEqual([one, { text: 'x' }]);
  });
});
