import { expect, it } from 'vitest';
import { asksBeforeClosing } from './closing.ts';

it.each([
  { jobs: 0, drafts: 0, asks: false },
  { jobs: 1, drafts: 0, asks: true },
  { jobs: 0, drafts: 2, asks: true },
])('asks before $jobs jobs and $drafts drafts go: $asks', ({ asks, ...closing }) => {
  expect(asksBeforeClosing(closing)).toBe(asks);
});
