import { expect, test } from 'vitest';
import { filesSection } from '../testing/sections.ts';
import { parseIdentities } from './parse.ts';

test('users and groups, without NIS lines and nonsense', () => {
  const { value } = parseIdentities([
    filesSection({
      '/etc/passwd':
        'root:x:0:0:root:/root:/bin/bash\n+@staff::::::\nbroken\nwww-data:x:33:33:www-data:/var/www:/usr/sbin/nologin\n',
      '/etc/group': 'root:x:0:\nadm:x:4:syslog,anna\n+:::\n',
    }),
  ]);
  expect(value).toEqual({
    users: [
      { name: 'root', uid: 0, gid: 0, gecos: 'root', home: '/root', shell: '/bin/bash' },
      { name: 'www-data', uid: 33, gid: 33, gecos: 'www-data', home: '/var/www', shell: '/usr/sbin/nologin' },
    ],
    groups: [
      { name: 'root', gid: 0, members: [] },
      { name: 'adm', gid: 4, members: ['syslog', 'anna'] },
    ],
  });
});
