import { expect, it } from 'vitest';
import { splitTarget } from './split-target.ts';

it.each([
  ['portal', { host: 'portal', user: '', port: '' }],
  ['engineer@portal', { host: 'portal', user: 'engineer', port: '' }],
  ['ssh://engineer@portal.example.net:2222/', { host: 'portal.example.net', user: 'engineer', port: '2222' }],
  ['SSH://portal', { host: 'portal', user: '', port: '' }],
  ['10.0.0.4:22', { host: '10.0.0.4', user: '', port: '22' }],
  ['portal:', { host: 'portal', user: '', port: '' }],
  ['[fe80::1]:22', { host: 'fe80::1', user: '', port: '22' }],
  ['fe80::1', { host: 'fe80::1', user: '', port: '' }],
  ['fe80::1%eth0', { host: 'fe80::1%eth0', user: '', port: '' }],
  ['engineer@::1', { host: '::1', user: 'engineer', port: '' }],
  ['ann@corp.example@portal', { host: 'portal', user: 'ann@corp.example', port: '' }],
  ['ssh://ann:secret@portal', { host: 'portal', user: 'ann', port: '' }],
  ['https://portal.example.net:8443/login?next=/', { host: 'portal.example.net', user: '', port: '' }],
  ['ann@portal:/etc/app.conf', { host: 'portal', user: 'ann', port: '' }],
  [' portal ', { host: 'portal', user: '', port: '' }],
  ['two words', { host: 'two words', user: '', port: '' }],
  ['', { host: '', user: '', port: '' }],
])('takes %j apart', (text, parts) => {
  expect(splitTarget(text)).toEqual(parts);
});
