import { expect, test } from 'vitest';
import { filesSection, section } from '../testing/sections.ts';
import { parseLanguages } from './parse.ts';

test('marks on the disk', () => {
  const { value } = parseLanguages([
    section('marks', 'virtualenv\0/opt/v\0node_modules\0/srv/app/node_modules\0composer\0/var/www\0'),
    filesSection({ '/opt/v/pyvenv.cfg': 'home = /usr/bin\nprompt = x\nversion = 3.11.2\n' }),
    section('go', '/usr/local/bin/api\0path\texample.com/cmd/api\nmod\texample.com\tv1.2.3\n'),
  ]);
  expect(value).toEqual({
    virtualenvs: [{ path: '/opt/v', details: ['home = /usr/bin', 'version = 3.11.2'] }],
    directories: [
      { kind: 'node_modules', path: '/srv/app/node_modules' },
      { kind: 'composer', path: '/var/www' },
    ],
    goBinaries: [{ path: '/usr/local/bin/api', details: ['path example.com/cmd/api', 'mod example.com v1.2.3'] }],
  });
});
