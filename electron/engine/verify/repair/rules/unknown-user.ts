import type { Workload } from '../../../../../shared/model/plan.ts';
import { sentence } from '../../../../../shared/text/sentence.ts';
import type { Diagnosis, Failure, RepairRule } from '../failure.ts';
import { lineAt, textOf } from '../log/log-text.ts';

const NAME = '["\'`‘]?([A-Za-z_][\\w.-]*)';

/** As Docker, coreutils, shadow, nginx, Apache, PHP-FPM, Python, memcached, HAProxy and others say it. */
const patterns = [
  `getpwnam\\(${NAME}`,
  `getgrnam\\(${NAME}`,
  `getpwnam\\(\\): name not found: ${NAME}`,
  `getgrnam\\(\\): name not found: ${NAME}`,
  `unable to find (?:user|group) ${NAME}`,
  `(?:invalid|unknown|bad|no such) (?:user|group)(?: name)?:? ${NAME}`,
  `cannot get [ug]id for (?:user|group) ${NAME}`,
  `(?:can't|cannot|could not) find (?:the )?(?:user|group) ${NAME}`,
  `(?:user|group) ${NAME}["']? (?:does not exist|not found|doesn't exist)`,
  `failed to parse re[ug]id: ${NAME}`,
  `(?:user|group) doesn't exist: ${NAME}`,
].map((pattern) => new RegExp(pattern, 'gi'));

/** A user or group that the server knows is not in the image's /etc/passwd or /etc/group. */
export const unknownUser: RepairRule = {
  id: 'unknown-user',
  diagnose(failure, workload) {
    const text = textOf(failure);
    for (const pattern of patterns) {
      for (const match of text.matchAll(pattern)) {
        const diagnosis = introduce(match[1] ?? '', lineAt(text, match.index), failure, workload);
        if (diagnosis !== undefined) return diagnosis;
      }
    }
    return undefined;
  },
};

function introduce(name: string, symptom: string, failure: Failure, workload: Workload): Diagnosis | undefined {
  const { users, groups } = workload.identities;
  const user = failure.serverUsers.find((one) => one.name === name && !users.some((known) => known.name === name));
  const wanted = failure.serverGroups.filter((one) => one.name === name || one.gid === user?.gid);
  const missing = wanted.filter((one) => !groups.some((known) => known.name === one.name));
  if (user === undefined && missing.length === 0) return undefined;
  const added = [
    ...(user === undefined ? [] : [sentence`user ${user.name}`]),
    ...missing.map((one) => sentence`group ${one.name}`),
  ].join(', ');
  return {
    kind: 'diagnosis',
    symptom,
    change: sentence`Added as on the server, with the same ids: ${added}.`,
    apply: (one) => ({
      ...one,
      identities: {
        users: user === undefined ? one.identities.users : [...one.identities.users, user],
        groups: [...one.identities.groups, ...missing],
      },
    }),
  };
}
