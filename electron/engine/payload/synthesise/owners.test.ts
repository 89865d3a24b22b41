import { expect, test } from 'vitest';
import { withOwners } from './owners.ts';

const accounts = {
  users: [{ name: 'postfix', uid: 102, gid: 105, gecos: '', home: '/', shell: '/bin/false' }],
  groups: [
    { name: 'postfix', gid: 105, members: [] },
    { name: 'postdrop', gid: 106, members: ['ann'] },
    { name: 'staff', gid: 50, members: [] },
    { name: 'bad:name', gid: 107, members: [] },
  ],
};
const entry = (uid: number, gid: number) => ({ entry: { uid, gid } as never });

test('who owns a file of the payload has a name in the image', () => {
  const { users, groups } = withOwners(
    { users: [], groups: [] },
    [entry(102, 0), entry(0, 106), entry(0, 107)],
    accounts,
  );
  expect(users.map(({ name }) => name)).toEqual(['postfix']);
  expect(groups).toEqual([
    { name: 'postfix', gid: 105, members: [] },
    { name: 'postdrop', gid: 106, members: [] },
  ]);
});

test('what the plan says stays as it is', () => {
  const identities = { users: [], groups: [{ name: 'postdrop', gid: 106, members: ['postfix'] }] };
  expect(withOwners(identities, [entry(0, 106)], accounts)).toEqual(identities);
  expect(withOwners(identities, [entry(102, 106)], undefined)).toBe(identities);
});
