import type { Facts } from '../../../../shared/model/facts.ts';
import type { Parsed, Sections } from '../probe.ts';
import { fileText, integer, sectionFiles } from '../wire/read.ts';

export type Identities = Pick<Facts, 'users' | 'groups'>;

/** passwd(5) and group(5). */
export function parseIdentities(sections: Sections): Parsed<Identities> {
  const files = sectionFiles(sections);
  const rows = (path: string) =>
    fileText(files, path)
      .split('\n')
      .map((line) => line.split(':'));
  const users = rows('/etc/passwd').flatMap((row) => {
    const [name, , uid, gid, gecos = '', home = '', shell = ''] = row;
    return named(name) && isId(uid) && isId(gid)
      ? [{ name, uid: integer(uid), gid: integer(gid), gecos, home, shell }]
      : [];
  });
  const groups = rows('/etc/group').flatMap((row) => {
    const [name, , gid, members = ''] = row;
    return named(name) && isId(gid)
      ? [{ name, gid: integer(gid), members: members.split(',').filter((member) => member !== '') }]
      : [];
  });
  return { value: { users, groups }, gaps: [] };
}

/** Lines that start with + or - include NIS maps; they name nobody. */
function named(name: string | undefined): name is string {
  return name !== undefined && /^[^+#-]/.test(name);
}

function isId(text: string | undefined): text is string {
  return text !== undefined && /^\d+$/.test(text);
}
