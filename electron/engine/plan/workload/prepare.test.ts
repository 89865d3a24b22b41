import { expect, test } from 'vitest';
import { aProcess, aUnit } from '../../detectors/support/a-facts.fixture.ts';
import { prepareOf } from './prepare.ts';

function prepared(execStartPre: string[][], environment: { name: string; value: string }[] = []): string[][] {
  const root = aProcess({ pid: 5, exe: '/usr/sbin/exim4', environment });
  return prepareOf({ root, members: [root], unit: aUnit({ name: 'exim4.service', execStartPre }) });
}

test('variables are what systemd makes of them', () => {
  const command = ['/usr/sbin/update-exim4.conf', '$OPTIONS', '--dir=${DIR}'];
  expect(prepared([command])).toEqual([['/usr/sbin/update-exim4.conf', '--dir=']]);
  const environment = [{ name: 'OPTIONS', value: '-v -k' }];
  expect(prepared([command], environment)).toEqual([['/usr/sbin/update-exim4.conf', '-v', '-k', '--dir=']]);
});

test('what looks after the machine stays behind', () => {
  expect(prepared([['/usr/share/samba/update-apparmor-samba-profile'], ['/sbin/modprobe', 'tun']])).toEqual([]);
});
