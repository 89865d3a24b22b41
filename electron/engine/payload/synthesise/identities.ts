import type { Workload } from '../../../../shared/model/plan.ts';
import { sentence } from '../../../../shared/text/sentence.ts';
import type { Synthesised } from './synthesised.ts';

type Identities = Workload['identities'];

/**
 * /etc/passwd and /etc/group: the base's with the workload's users and groups added (passwd(5), group(5)). Where a
 * name has another id in the base, the server's counts, because the files bear the server's. Hashes never come along.
 */
export function identityFiles(
  identities: Identities,
  base: { passwd: string; group: string } | undefined,
): Synthesised[] {
  const root = { name: 'root', uid: 0, gid: 0, gecos: 'root', home: '/root', shell: '/bin/sh' };
  const users = base === undefined ? withRoot(identities.users, root) : identities.users;
  const groups =
    base === undefined ? withRoot(identities.groups, { name: 'root', gid: 0, members: [] }) : identities.groups;
  const passwd = merge(
    base?.passwd ?? '',
    users.map((user) => [user.name, 'x', user.uid, user.gid, user.gecos, user.home, user.shell]),
  );
  const group = merge(
    base?.group ?? '',
    groups.map((item) => [item.name, 'x', item.gid, item.members.map(clean).join(',')]),
  );
  const files = [
    { path: '/etc/passwd', content: passwd, before: base?.passwd },
    { path: '/etc/group', content: group, before: base?.group },
  ];
  return files
    .filter(({ content, before }) => content !== before)
    .map(({ path, content }) => ({
      path,
      type: 'file',
      mode: 0o644,
      uid: 0,
      gid: 0,
      content,
      reason: sentence`the base's, with the users and groups that own this workload's files and processes`,
    }));
}

function withRoot<Item extends { name: string }>(items: readonly Item[], root: Item): Item[] {
  return items.some(({ name }) => name === 'root') ? [...items] : [root, ...items];
}

function merge(base: string, records: (string | number)[][]): string {
  const lines = base.split('\n').filter((line) => line !== '');
  for (const record of records) {
    const fields = record.map((field) => clean(String(field)));
    const index = lines.findIndex((line) => line.split(':', 1)[0] === fields[0]);
    if (index === -1) lines.push(fields.join(':'));
    else if (lines[index]?.split(':')[2] !== fields[2] || fields.length === 4)
      lines[index] = join(lines[index] ?? '', fields);
  }
  return lines.length === 0 ? '' : `${lines.join('\n')}\n`;
}

/** A group keeps the base's members and gets the server's. */
function join(line: string, fields: string[]): string {
  if (fields.length !== 4) return fields.join(':');
  const members = new Set(
    [...(line.split(':')[3] ?? '').split(','), ...(fields[3] ?? '').split(',')].filter((name) => name !== ''),
  );
  return [...fields.slice(0, 3), [...members].join(',')].join(':');
}

/** A field cannot break out of its record. */
function clean(field: string): string {
  return field.replace(/[:\r\n\0]/g, ' ');
}
