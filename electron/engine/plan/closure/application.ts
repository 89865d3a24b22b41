import type { ConfigFile, Process } from '../../../../shared/model/facts.ts';
import { sentence } from '../../../../shared/text/sentence.ts';
import { applicationRootOf, isGeneralDirectory } from '../../detectors/support/application.ts';
import { pathsInArguments } from '../../detectors/support/argument-paths.ts';
import { languageOf } from '../../detectors/support/languages/registry.ts';
import { basename, dirname, resolvePath } from '../../detectors/support/paths.ts';
import { argumentsOf, type ProcessTree } from '../../detectors/support/process-tree.ts';
import type { Server } from '../../detectors/support/server.ts';
import { type Draft, emptyDraft } from './draft.ts';
import { homesOf, isConfiguration } from './place-path.ts';

/** Where applications keep their settings by habit, seen from their directory. Only text files are read. */
const settings = [
  ...['etc', 'conf', 'config', 'cfg', 'settings', 'conf.d', 'instance'].map((directory) => `${directory}/*`),
  ...['conf', 'cfg', 'cnf', 'ini', 'yml', 'yaml', 'toml', 'properties', 'env', 'json', 'xml'].map(
    (extension) => `*.${extension}`,
  ),
  '.env',
  '.env.*',
  '.htpasswd',
  '*config*.php',
  '*/*config*.php',
  '*settings*.php',
  '*settings*.py',
  '*/settings.py',
  '*config*.py',
  '*config*.js',
];

/** The directories of the applications that a tree runs: the detector's, and those of its programs and arguments. */
export function applicationsOf(server: Server, tree: ProcessTree, known: string[]): string[] {
  const homes = homesOf(server);
  const programs = tree.members.flatMap((member) =>
    member.exe === undefined || server.ownerOf(member.exe) ? [] : [member.exe],
  );
  const workingDirectory = tree.root.cwd ?? '/';
  const called = pathsInArguments(argumentsOf(tree), workingDirectory)
    .map(({ path }) => path)
    .filter((path) => !path.startsWith('/etc/') && !path.startsWith('/usr/lib/') && !path.startsWith('/usr/share/'));
  const scripts = tree.members.filter((member) => member !== tree.root).flatMap(scriptsOf);
  const isOwn = programs.length > 0 && !isGeneralDirectory(workingDirectory);
  const here = isOwn ? [`${workingDirectory}/x`] : [];
  const found = [...programs, ...called, ...scripts, ...here].flatMap((path) => applicationRootOf(path, homes) ?? []);
  const all = [...new Set([...known, ...found].map((path) => behindLink(server, path)))].filter(
    (path) => server.lookAt(path)?.type === 'directory',
  );
  return all.filter((path) => !all.some((other) => other !== path && path.startsWith(`${other}/`))).sort();
}

/** What an interpreter runs that another program of the tree started, as process managers (PM2, supervisors) do. */
function scriptsOf({ exe = '', argv, cwd }: Process): string[] {
  if (languageOf(exe) === undefined) return [];
  // One that writes a title writes it over the first argument: `node /srv/shop/server.js`.
  const words = argv.flatMap((argument, index) => (index === 0 ? argument.split(' ') : [argument]));
  const named = pathsInArguments(words, cwd ?? '/').filter(({ written }) => /\.\w+$/.test(written));
  return named.map(({ path }) => path).filter((path) => !/^\/(?:etc|usr\/(?:lib|share))\//.test(path));
}

/** `/opt/tomcat` is often a link to the directory of the version that is in use. */
function behindLink(server: Server, path: string): string {
  const { linkTarget } = server.lookAt(path) ?? {};
  return linkTarget === undefined ? path : resolvePath(dirname(path), linkTarget);
}

/** An application's directory as a whole, and its settings apart. */
export function fromApplications(server: Server, applications: string[]): Draft {
  const draft = emptyDraft();
  for (const path of applications) {
    draft.include.push({ path, scope: 'tree', reason: sentence`the application's directory` });
    for (const file of settingsIn(server, path)) {
      if (isConfiguration(file.path))
        draft.config.push({ path: file.path, scope: 'file', reason: sentence`settings of the application in ${path}` });
    }
  }
  return draft;
}

/** Settings files of an application, read for the secrets in them. */
function settingsIn(server: Server, application: string): ConfigFile[] {
  const found = server.readAny(settings.map((pattern) => `${application}/${pattern}`));
  return found.filter((file) => !/^(package(-lock)?|composer|tsconfig|manifest|web|pom)\./.test(basename(file.path)));
}
