import { expect, it } from 'vitest';
import { isExternalLink } from './external-link.ts';

it.each([
  ['https://docs.docker.com/engine/', true],
  ['http://docs.docker.com/', false],
  ['https://user:secret@docs.docker.com/', false],
  ['file:///etc/passwd', false],
  ['javascript:alert(1)', false],
  ['smb://host/share', false],
  ['slipway://open?path=/', false],
  ['docs.docker.com', false],
])('opens %s: %s', (link, opens) => {
  expect(isExternalLink(link)).toBe(opens);
});
