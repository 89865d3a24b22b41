import { expect, it } from 'vitest';
import { emptyServer } from './server-form.ts';
import { readTyped, tidied } from './typed-address.ts';

it.each([
  ['portal', { host: 'portal' }],
  ['ann@portal:2222', { host: 'portal', user: 'ann', port: '2222' }],
  ['ssh portal', { host: 'portal' }],
  ['ssh -p 2222 ann@portal', { host: 'portal', user: 'ann', port: '2222' }],
  ['ssh ann@portal -p 2222', { host: 'portal', user: 'ann', port: '2222' }],
  ['$ ssh -vp2222 -l ann portal uptime -p', { host: 'portal', user: 'ann', port: '2222' }],
  ['10.0.0.7 -p 2222', { host: '10.0.0.7', port: '2222' }],
  [
    'ssh -i "~/my keys/id" -J one,ann@two portal',
    { host: 'portal', method: 'key', keyFile: '~/my keys/id', jump: ['one', 'ann@two'] },
  ],
  ['ssh -o StrictHostKeyChecking=no -oPort=2222 -o "User ann" portal', { host: 'portal', user: 'ann', port: '2222' }],
  ['ssh -L 8080:localhost:80 -N portal', { host: 'portal' }],
])('reads %j', (text, parts) => {
  expect(readTyped(text)).toEqual(parts);
});

it('changes no field that it says nothing about', () => {
  const form = { ...emptyServer, host: 'ssh portal', user: 'ann', jump: ['bastion'] };
  expect(tidied(form)).toEqual({ ...form, host: 'portal' });
});

it('leaves what it cannot read', () => {
  expect(tidied({ ...emptyServer, host: 'ssh' }).host).toBe('ssh');
  expect(tidied({ ...emptyServer, host: 'not a host' }).host).toBe('not a host');
});
