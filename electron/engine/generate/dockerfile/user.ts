import type { Workload } from '../../../../shared/model/plan.ts';
import { expandedWord } from './word.ts';

/**
 * Who the first process runs as, in Docker's terms. `user` is undefined for root. A numeric id without a group makes the
 * engine read the primary and supplementary groups from the image's /etc/passwd and /etc/group; with a group it gives
 * that one alone, and `groupAdd` holds what must then be added when the container is run.
 */
export interface RunAs {
  user: string | undefined;
  groupAdd: number[];
}

export function runAs(workload: Workload): RunAs {
  const { uid, gid } = workload.user;
  const extra = [...new Set(workload.user.groups)].filter((group) => group !== gid).sort((a, b) => a - b);
  if (uid === 0 && gid === 0) return { user: undefined, groupAdd: [] };
  if (extra.length === 0) return { user: `${uid}:${gid}`, groupAdd: [] };
  if (isToldByIdentities(workload, extra)) return { user: `${uid}`, groupAdd: [] };
  return { user: `${uid}:${gid}`, groupAdd: extra };
}

function isToldByIdentities(workload: Workload, extra: number[]): boolean {
  const { user, identities } = workload;
  const entry = identities.users.find((candidate) => candidate.uid === user.uid);
  if (entry?.gid !== user.gid) return false;
  const memberOf = identities.groups.filter((group) => group.members.includes(entry.name)).map((group) => group.gid);
  return extra.every((gid) => memberOf.includes(gid));
}

export function userInstruction(workload: Workload): string | undefined {
  const { user } = runAs(workload);
  return user === undefined ? undefined : `USER ${expandedWord(user, 'The user')}`;
}
