import { expect, it } from 'vitest';
import { webAddress } from './web-address.ts';

it.each([
  ['https://git.example/ops/portal.git', 'https://git.example/ops/portal'],
  ['https://engineer@git.example:8443/ops/portal/', 'https://git.example:8443/ops/portal'],
  ['ssh://git@git.example/ops/portal.git', undefined],
  ['git@git.example:ops/portal.git', undefined],
  ['/srv/git/portal.git', undefined],
  ['javascript:alert(1)', undefined],
])('%s is shown at %s', (remote, page) => {
  expect(webAddress(remote)).toBe(page);
});
