import { describe, expect, it } from 'vitest';
import { sentence } from './sentence.ts';

describe('sentence', () => {
  it('says what the template says', () => {
    const name = 'libssl3';
    expect(sentence`needed by ${name}, ${2} times\n`).toBe(`needed by ${name}, ${2} times\n`);
    expect(sentence`Not chosen.`).toBe('Not chosen.');
  });
});
