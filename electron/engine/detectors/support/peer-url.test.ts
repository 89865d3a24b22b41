import { expect, it } from 'vitest';
import { parsePeerUrl } from './peer-url.ts';

it('gives a service its usual port where none is written', () => {
  expect(parsePeerUrl('https://10.0.0.5/api')).toEqual({ kind: 'tcp', host: '10.0.0.5', port: 443 });
  expect(parsePeerUrl('unix:/run/app.sock|fcgi://localhost')).toEqual({ kind: 'unix', path: '/run/app.sock' });
});

it('gives none to a scheme that it does not know', () => {
  for (const scheme of ['gopher', 'constructor', '__proto__'])
    expect(parsePeerUrl(`${scheme}://10.0.0.5`)).toBeUndefined();
});
