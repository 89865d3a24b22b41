import type { Facts } from '../../../../shared/model/facts.ts';
import type { Workload } from '../../../../shared/model/plan.ts';
import type { LocatedEntry } from '../evidence/located-entry.ts';

/** The server's users and groups. */
export type Accounts = Pick<Facts, 'users' | 'groups'>;

type Identities = Workload['identities'];

/**
 * The plan's identities, and those that own a file of the payload: start scripts and package tools look a group up by
 * its name (`chgrp postdrop`) though no process of the service belongs to it.
 */
export function withOwners(
  identities: Identities,
  entries: readonly Pick<LocatedEntry, 'entry'>[],
  accounts: Accounts | undefined,
): Identities {
  if (accounts === undefined) return identities;
  const uids = new Set(entries.map(({ entry }) => entry.uid));
  const gids = new Set(entries.map(({ entry }) => entry.gid));
  const users = accounts.users.filter(
    ({ name, uid }) => uids.has(uid) && isName(name) && !identities.users.some((known) => known.name === name),
  );
  for (const { gid } of users) gids.add(gid);
  const groups = accounts.groups
    .filter(({ name, gid }) => gids.has(gid) && isName(name) && !identities.groups.some((known) => known.name === name))
    .map((group) => ({ ...group, members: [] }));
  return { users: [...identities.users, ...users], groups: [...identities.groups, ...groups] };
}

/** As useradd(8) allows it. */
function isName(name: string): boolean {
  return /^[A-Za-z0-9_][A-Za-z0-9_.-]*\$?$/.test(name);
}
