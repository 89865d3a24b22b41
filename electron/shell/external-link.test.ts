import { expect, it } from 'vitest';
import { isExternalLink } from './external-link.ts';

it.each([
  ['https://docs.docker.com/engine/', true],
  ['http://docs.docker.com/', false],
  ['http://127.0.0.1:49161/', true],
  ['http://127.0.0.1:2375/containers/create', false],
  ['http://127.0.0.1.example.net:49161/', false],
  ['http://user@127.0.0.1:49161/', false],
  ['https://user:secret@docs.docker.com/', false],
  ['file:///etc/passwd', false],
  ['javascript:alert(1)', false],
  ['smb://host/share', false],
  ['slipway://open?path=/', false],
  ['docs.docker.com', false],
])('opens %s: %s', (link, opens) => {
  expect(isExternalLink(link)).toBe(opens);
});
