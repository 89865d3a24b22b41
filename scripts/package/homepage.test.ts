import { expect, it } from 'vitest';
import { isHomepage, placeholderHomepage } from './homepage.ts';

it('names no site but where one is insisted on, and none that could be one', () => {
  const { homepage = '' } = placeholderHomepage('linux', undefined);
  expect(isHomepage(homepage)).toBe(false);
  expect(placeholderHomepage('win32', undefined)).toEqual({});
});

it('leaves alone a homepage that package.json names', () => {
  expect(placeholderHomepage('linux', 'https://slipway.example/')).toEqual({});
  expect(isHomepage('https://slipway.example/')).toBe(true);
});
