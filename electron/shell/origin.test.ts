import { expect, it } from 'vitest';
import { isOwnPage, pageAddress } from './origin.ts';

it('lets nobody put another page in front of a packaged app', () => {
  const environment = { SLIPWAY_PAGE: 'http://127.0.0.1:5173' };
  expect(pageAddress(true, environment)).toBe('app://slipway/');
  expect(pageAddress(false, {})).toBe('app://slipway/');
  expect(pageAddress(false, environment)).toBe('http://127.0.0.1:5173/');
});

it.each([
  ['app://slipway/', true],
  ['app://slipway/#/plan?project=/srv/portal', true],
  ['app://slipway.example/', false],
  ['app://elsewhere/', false],
  ['https://slipway/', false],
  ['data:text/html,app://slipway/', false],
])('takes %s for its own page: %s', (url, own) => {
  expect(isOwnPage(url, pageAddress(true, {}))).toBe(own);
});
