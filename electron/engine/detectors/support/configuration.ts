import type { ConfigFile } from '../../../../shared/model/facts.ts';
import { sentence } from '../../../../shared/text/sentence.ts';
import { applicationDirectoryOf } from './application.ts';
import { pathsInArguments } from './argument-paths.ts';
import { languageOf } from './languages/registry.ts';
import { sorted } from './lists.ts';
import type { WorkloadPart } from './part.ts';
import { argumentsOf, type ProcessTree } from './process-tree.ts';
import { mergeNeeds, needsOfInterpreter, needsOfScript } from './script-needs.ts';
import type { Server } from './server.ts';

export type ConfigurationNeeds = Pick<
  WorkloadPart,
  'config' | 'mentions' | 'applications' | 'directories' | 'data' | 'packages' | 'include'
>;

/** Directories of /etc that belong to the system or to several services. */
const shared =
  /^\/etc\/(ssl|pki|alternatives|default|sysconfig|init\.d|systemd|cron[.\w]*|pam\.d|security|apt|dpkg|ld\.so[.\w]*|profile\.d|sysctl\.d|network|X11|fonts|java-.*|perl|python[\d.]*|ruby|skel|terminfo|logrotate\.d|rsyslog\.d|sudoers\.d|tmpfiles\.d|udev|xdg|opt|ssh)$/;
// `maildir:/srv/mail` names a path, `http://x/srv` none.
const absolutePath = /(?<![\w./\\*$}-])\/[A-Za-z0-9_][\w.+@-]*(?:\/[\w.+@-]+)+/g;
/** `include /usr/share/dovecot/protocols.d/*.protocol` */
const pattern = /(?<![\w./:\\*$}-])\/(?:usr|opt|srv|var)\/[\w.+@/-]+\/[\w.+@-]*\*[\w.+@*-]*/g;
const mostPatterns = 20;
const comment = /^\s*(?:#|;|\/\/|\*|<!--)/;
/** A configuration that names more is a list of data. */
const mostPaths = 200;

/**
 * What the configuration of a service needs whose syntax no detector knows: the directory of /etc that is the service's
 * own, and every path that a text in it names. `names` are what such a directory may be called.
 */
export function configurationNeeds(server: Server, tree: ProcessTree, names: string[]): ConfigurationNeeds {
  const directories = ownDirectories(server, tree, names);
  const texts = directories.flatMap((directory) => textsIn(server, directory));
  const named = namedPaths(texts);
  const homes = server.facts.users.map((user) => user.home);
  const existing = named.filter(({ path }) => server.lookAt(path) !== undefined);
  const folders = existing.filter(({ path }) => server.lookAt(path)?.type === 'directory');
  const programs = programNeeds(server, existing, folders);
  return {
    config: directories.map((path) => ({ path, scope: 'tree', reason: sentence`the service's own directory of /etc` })),
    mentions: [...existing, ...included(server, texts), ...programs.mentions],
    applications: sorted(
      existing.flatMap(
        ({ path }) =>
          applicationDirectoryOf(folders.some((one) => one.path === path) ? `${path}/x` : path, homes) ?? [],
      ),
    ),
    directories: folders.filter(({ path }) => /^\/(run|var\/(run|lock|cache))\//.test(path)),
    data: folders.filter(({ path }) => /^\/var\/(lib|spool)\/[^/]+/.test(path) && isOwn(server, tree, path)),
    packages: programs.packages,
    include: programs.include,
  };
}

/** By the service's name or its user's, and where the files are that it is told in its arguments. */
function ownDirectories(server: Server, tree: ProcessTree, names: string[]): string[] {
  const told = pathsInArguments(argumentsOf(tree), tree.root.cwd ?? '/').flatMap(
    ({ path }) => /^\/etc\/[^/]+(?=\/)/.exec(path)?.[0] ?? [],
  );
  const called = names.filter((name) => /^[\w][\w.-]*$/.test(name)).map((name) => `/etc/${name}`);
  const candidates = sorted([...told, ...called, ...ofUser(server, tree)]).filter((path) => !shared.test(path));
  return candidates.filter((path) => server.lookAt(path)?.type === 'directory');
}

/**
 * RabbitMQ's unit is called rabbitmq-server and its program beam.smp, but its user rabbitmq. What another package lists
 * is that one's configuration: an application may run as the user of a web server.
 */
function ofUser(server: Server, tree: ProcessTree): string[] {
  const { user, uid, exe } = tree.root;
  if (uid === 0 || !/^\w[\w.-]*$/.test(user)) return [];
  const path = `/etc/${user}`;
  const owner = server.lookAt(path)?.package;
  const programs = [exe, tree.unit?.execStart[0]?.[0]].filter((program) => program !== undefined);
  return owner === undefined || programs.some((program) => server.lookAt(program)?.package === owner) ? [path] : [];
}

function textsIn(server: Server, directory: string): ConfigFile[] {
  return server.readAny(['*', '*/*', '*/*/*'].map((pattern) => `${directory}/${pattern}`));
}

function namedPaths(texts: ConfigFile[]): { path: string; reason: string }[] {
  const found = new Map<string, string>();
  for (const { path: file, content } of texts) {
    for (const line of content.split('\n')) {
      if (comment.test(line)) continue;
      for (const [path] of line.matchAll(absolutePath)) {
        if (!found.has(path) && found.size < mostPaths) found.set(path.replace(/\.$/, ''), sentence`${file} names it`);
      }
    }
  }
  return [...found].map(([path, reason]) => ({ path, reason }));
}

/** Text files that a pattern in the configuration stands for, outside of what is taken whole. */
function included(server: Server, texts: ConfigFile[]): { path: string; reason: string }[] {
  const found = texts.flatMap(({ path: file, content }) =>
    content
      .split('\n')
      .filter((line) => !comment.test(line))
      .flatMap((line) =>
        Array.from(line.matchAll(pattern), ([glob]) => ({ glob, reason: sentence`${file} names ${glob}` })),
      ),
  );
  return found
    .slice(0, mostPatterns)
    .flatMap(({ glob, reason }) => server.readAny([glob]).map(({ path }) => ({ path, reason })));
}

/** Interpreters that the configuration names, and CGI programs where it is the custom. */
function programNeeds(server: Server, existing: { path: string }[], folders: { path: string }[]) {
  const interpreters = existing.flatMap(({ path }) => {
    const language = languageOf(path);
    return language === undefined ? [] : [needsOfInterpreter(server, language, path)];
  });
  const scripts = folders
    .filter(({ path }) => /^\/(srv|opt|home|var\/www|usr\/lib\/cgi-bin|usr\/local|data)(\/|$)/.test(path))
    .flatMap(({ path }) => server.readAny([`${path}/*.cgi`, `${path}/cgi-bin/*`]))
    .map((script) => needsOfScript(server, script.path));
  return mergeNeeds([...interpreters, ...scripts]);
}

/** A directory of the service's own user, to which no package lays claim. */
function isOwn(server: Server, tree: ProcessTree, path: string): boolean {
  const fact = server.lookAt(path);
  if (fact === undefined || fact.uid === 0 || fact.package !== undefined) return false;
  return tree.members.some((member) => member.uid === fact.uid);
}
