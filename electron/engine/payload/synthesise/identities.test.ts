import { describe, expect, it } from 'vitest';
import { identityFiles } from './identities.ts';

const base = {
  passwd: 'root:x:0:0:root:/root:/bin/bash\nwww-data:x:33:33::/var/www:/bin/false\n',
  group: 'root:x:0:\nwww-data:x:33:bob\n',
};
const user = { name: 'shop', uid: 901, gid: 901, gecos: '', home: '/srv', shell: '/bin/sh' };

function content(files: ReturnType<typeof identityFiles>, path: string): string | undefined {
  return files.find((file) => file.path === path)?.content;
}

describe('identityFiles', () => {
  it('adds to what the base has', () => {
    const files = identityFiles({ users: [user], groups: [{ name: 'shop', gid: 901, members: ['ann'] }] }, base);
    expect(content(files, '/etc/passwd')).toBe(`${base.passwd}shop:x:901:901::/srv:/bin/sh\n`);
    expect(content(files, '/etc/group')).toBe(`${base.group}shop:x:901:ann\n`);
  });

  it('says nothing where the base says it already', () => {
    const users = [{ name: 'www-data', uid: 33, gid: 33, gecos: 'x', home: '/', shell: '/' }];
    expect(identityFiles({ users, groups: [{ name: 'www-data', gid: 33, members: [] }] }, base)).toEqual([]);
  });

  it("takes the server's id for a known name, and the members of both", () => {
    const identities = {
      users: [{ ...user, name: 'www-data', uid: 48, gid: 48 }],
      groups: [{ name: 'www-data', gid: 48, members: ['ann'] }],
    };
    const files = identityFiles(identities, base);
    expect(content(files, '/etc/passwd')).toContain('\nwww-data:x:48:48:');
    expect(content(files, '/etc/group')).toContain('\nwww-data:x:48:bob,ann\n');
  });

  it('writes root where there is no base, and lets no field break out', () => {
    const files = identityFiles({ users: [{ ...user, gecos: 'x\nevil:x:0:0' }], groups: [] }, undefined);
    expect(content(files, '/etc/passwd')).toBe(
      'root:x:0:0:root:/root:/bin/sh\nshop:x:901:901:x evil x 0 0:/srv:/bin/sh\n',
    );
  });
});
