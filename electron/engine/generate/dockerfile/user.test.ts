import { describe, expect, it } from 'vitest';
import { workload } from '../__fixtures__/plans.ts';
import { runAs } from './user.ts';

function as(uid: number, gid: number, groups: number[]) {
  return runAs(workload({ user: { name: 'www-data', uid, gid, groups } }));
}

describe('runAs', () => {
  it('leaves root out', () => {
    expect(as(0, 0, [0])).toEqual({ user: undefined, groupAdd: [] });
  });

  it('gives uid and gid where there are no further groups', () => {
    expect(as(33, 33, [33])).toEqual({ user: '33:33', groupAdd: [] });
  });

  it('lets the engine read the groups where /etc/group has them', () => {
    expect(as(33, 33, [33, 4])).toEqual({ user: '33', groupAdd: [] });
  });

  it('names the groups where /etc/group lacks them', () => {
    expect(as(33, 33, [27, 33, 4, 27])).toEqual({ user: '33:33', groupAdd: [4, 27] });
  });

  it('names the groups where the primary one is not that of /etc/passwd', () => {
    expect(as(33, 4, [33])).toEqual({ user: '33:4', groupAdd: [33] });
  });
});
