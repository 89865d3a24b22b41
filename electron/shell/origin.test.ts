import { expect, it } from 'vitest';
import { crashAddress, isOwnPage, mayRequest, pageAddress } from './origin.ts';

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

const packaged = pageAddress(true, {});
const developed = pageAddress(false, { SLIPWAY_PAGE: 'http://127.0.0.1:5173' });

it.each([
  ['app://slipway/assets/index.js', packaged, true],
  ['data:image/png;base64,AA==', packaged, true],
  ['https://elsewhere.example/', packaged, false],
  ['ws://127.0.0.1:5173/', packaged, false],
  ['http://127.0.0.1:5173/main.tsx', developed, true],
  ['ws://127.0.0.1:5173/?token=x', developed, true],
  ['ws://127.0.0.1:5174/', developed, false],
  ['app://slipway/index.html', developed, false],
])('%s in the window of %s may be fetched: %s', (url, page, allowed) => {
  expect(mayRequest(url, page)).toBe(allowed);
});

it('shows that the page crashed wherever the page comes from', () => {
  for (const page of [packaged, developed]) expect(mayRequest(crashAddress, page)).toBe(true);
});
