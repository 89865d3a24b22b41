import type { Process } from '../../../../shared/model/facts.ts';
import type { Workload } from '../../../../shared/model/plan.ts';
import { uniqueBy } from '../../detectors/support/lists.ts';
import { isPlainText } from '../../detectors/support/plain-text.ts';
import { isStartedAsUnitSays, type ProcessTree } from '../../detectors/support/process-tree.ts';
import type { Server } from '../../detectors/support/server.ts';
import { withoutComments } from '../closure/without-comments.ts';

/**
 * Who starts the service. A daemon that gave up root by itself is started as root again: it opens its log, pid file and
 * port before, and fails or stays what it is where it may not change its user.
 */
export function userOf(tree: ProcessTree, command: string[]): Workload['user'] {
  const { user, uid, gid, groups } = tree.root;
  // An init script is written for root and changes the user itself.
  if (startedByRoot(tree) || command[0]?.startsWith('/etc/init.d/'))
    return { name: 'root', uid: 0, gid: 0, groups: [0] };
  return { name: isPlainText(user) ? user : String(uid), uid, gid, groups: [...new Set(groups)].sort((a, b) => a - b) };
}

function startedByRoot(tree: ProcessTree): boolean {
  const { root, unit } = tree;
  if (root.uid === 0) return false;
  // The init system changed the user, and what it starts is what runs. Such a program may look as if it had given up
  // root: one with capabilities in its file hides from others of its user just the same.
  if (unit !== undefined && isStartedAsUnitSays(tree) && unit.user !== '') return false;
  if (root.gaveUpRoot) return true;
  // What the unit starts changes the user before it hands over to the service.
  return unit !== undefined && isStartedAsUnitSays(tree);
}

/** Accounts below are the distribution's own: every base image has them. */
const firstOwn = 100;

/**
 * Users and groups of the processes, of what the configuration, the arguments and the environment name, and of the known
 * files of the workload. Names of control characters or colons never reach a passwd line.
 */
export function identitiesOf(
  server: Server,
  tree: ProcessTree,
  told: string[],
  paths: string[],
): Workload['identities'] {
  const files = paths.flatMap((path) => server.file(path) ?? []);
  const words = wordsIn(server, tree, new Set(paths));
  const named = [...told, ...server.facts.users.flatMap(({ name, uid }) => (isNamed(name, uid) ? [name] : []))];
  const uids = new Set([...tree.members.map((member) => member.uid), ...files.map((file) => file.uid)]);
  const users = server.facts.users.filter(
    (user) =>
      (uids.has(user.uid) || named.includes(user.name)) && isPlainEntry(user.name, user.gecos, user.home, user.shell),
  );
  const gids = new Set([
    ...tree.members.flatMap(groupsOf),
    ...server.facts.groups.flatMap(({ name, gid }) => (isNamed(name, gid) ? [gid] : [])),
    ...files.map((file) => file.gid),
    ...users.map((user) => user.gid),
  ]);
  const names = new Set(users.map((user) => user.name));
  const groups = server.facts.groups
    .filter((group) => gids.has(group.gid) && isPlainEntry(group.name))
    .map((group) => ({ ...group, members: group.members.filter((member) => names.has(member)).sort() }));
  return {
    users: uniqueBy(users.map(userEntry), (user) => user.name),
    groups: uniqueBy(groups.map(groupEntry), (group) => group.name),
  };

  function isNamed(name: string, id: number): boolean {
    return id >= firstOwn && words.has(name);
  }
}

/** Every word of what tells the service who it is to be: a daemon changes to an account that nothing of it shows yet. */
function wordsIn(server: Server, tree: ProcessTree, paths: ReadonlySet<string>): Set<string> {
  const { root, unit } = tree;
  const settings = server.facts.configFiles.filter(({ path }) => paths.has(path));
  const texts = [
    ...root.argv,
    ...(unit?.execStartPre ?? []).flat(),
    ...root.environment.map(({ value }) => value),
    ...settings.map(({ content }) => withoutComments(content)),
    ...installations(server, tree),
  ];
  return new Set(texts.flatMap((text) => text.match(/[A-Za-z_][\w.-]*/g) ?? []));
}

/** What packages do when they are installed (deb-postinst(5)): they make the accounts that their programs expect. */
function installations(server: Server, tree: ProcessTree): string[] {
  const programs = [...tree.members.flatMap(({ exe }) => exe ?? []), tree.unit?.fragmentPath ?? ''];
  const owners = new Set(programs.filter((path) => path.startsWith('/')).map((path) => server.ownerOf(path)));
  return [...owners].flatMap((owner) => {
    if (owner?.manager !== 'dpkg') return [];
    return server.read(`/var/lib/dpkg/info/${owner.name}.postinst`)?.content ?? [];
  });
}

function groupsOf(process: Process): number[] {
  return [process.gid, ...process.groups];
}

function isPlainEntry(name: string, ...rest: string[]): boolean {
  return (
    /^[A-Za-z0-9_][A-Za-z0-9_.-]*\$?$/.test(name) && rest.every((text) => isPlainText(text) && !text.includes(':'))
  );
}

function userEntry({ name, uid, gid, gecos, home, shell }: Workload['identities']['users'][number]) {
  return { name, uid, gid, gecos, home, shell };
}

function groupEntry({ name, gid, members }: Workload['identities']['groups'][number]) {
  return { name, gid, members };
}
