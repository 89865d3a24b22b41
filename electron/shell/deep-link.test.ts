import { expect, it } from 'vitest';
import { commandOfArguments, commandOfLink } from './deep-link.ts';

it.each([
  ['slipway://open?path=/srv/portal', { command: 'open-path', path: '/srv/portal' }],
  ['slipway://open/?path=%2Fsrv%2Fthe%20portal', { command: 'open-path', path: '/srv/the portal' }],
  ['slipway://connect?target=ssh://deploy@portal:2222', { command: 'connect-to', target: 'ssh://deploy@portal:2222' }],
  ['slipway://connect?target=ssh://[2001:db8::1]', { command: 'connect-to', target: 'ssh://[2001:db8::1]' }],
])('understands %s', (link, command) => {
  expect(commandOfLink(link)).toEqual(command);
});

it.each([
  ['another scheme', 'https://open?path=/srv/portal'],
  ['an unknown action', 'slipway://run?path=/srv/portal'],
  ['a relative path', 'slipway://open?path=../portal'],
  ['a path with a line break', 'slipway://open?path=/srv/%0aportal'],
  ['a share of another machine', 'slipway://open?path=%5C%5Chost%5Cshare'],
  ['a target with an option of ssh', 'slipway://connect?target=-oProxyCommand=true'],
  ['a target with a password', 'slipway://connect?target=ssh://deploy:secret@portal'],
  ['a target that is no server', 'slipway://connect?target=local'],
  ['no link at all', 'portal'],
])('ignores %s', (_, link) => {
  expect(commandOfLink(link)).toBeUndefined();
});

it('finds what a start is about among its arguments', () => {
  const args = ['/usr/bin/slipway', '--no-sandbox', '/srv/portal/slipway.yaml'];
  expect(commandOfArguments(args)).toEqual({ command: 'open-path', path: '/srv/portal/slipway.yaml' });
  expect(commandOfArguments(['slipway', 'slipway://open?path=/srv/a'])).toEqual({
    command: 'open-path',
    path: '/srv/a',
  });
  expect(commandOfArguments(['/usr/bin/slipway', '.', '/etc/passwd'])).toBeUndefined();
});
