import { sentence } from '../../../../shared/text/sentence.ts';
import { isGlob } from '../../text/glob.ts';
import { applicationDirectoryOf, applicationRootOf, isGeneralDirectory } from '../support/application.ts';
import { type Peer, startPart, type WorkloadPart } from '../support/part.ts';
import { dirname } from '../support/paths.ts';
import { parsePeerUrl } from '../support/peer-url.ts';
import { phpExtensionPackages, phpSettings } from '../support/php.ts';
import type { ProcessTree } from '../support/process-tree.ts';
import { mergeNeeds, needsOfFile, needsOfScript, type ScriptNeeds } from '../support/script-needs.ts';
import type { Server } from '../support/server.ts';
import { siteNameOf } from '../support/site-name.ts';
import { type Evaluated, evaluateApache } from './evaluate.ts';
import { type ApacheStart, locateApache } from './locate.ts';
import { type ApacheSetup, apacheSetupOf } from './setup.ts';
import { apacheSitesOf } from './sites.ts';

/** Apache in the foreground, with what its configuration names: document roots, CGI programs, keys, logs. */
export function planApache(server: Server, tree: ProcessTree): WorkloadPart {
  const start = locateApache(server, tree);
  const evaluated = evaluateApache(server, start.main, start);
  const setup = apacheSetupOf(evaluated);
  const applications = applicationsOf(server, setup);
  const needs = needsOf(server, setup);
  const php = phpVersionOf(setup);
  return {
    ...startPart({
      title: sentence`Apache HTTP Server`,
      name: siteNameOf(server, applications, tree.unit?.name.replace(/\.service$/, '') ?? 'apache2'),
      command: [start.program, ...start.options, '-D', 'FOREGROUND'],
      commandReason: sentence`The unit starts a daemon; -D FOREGROUND keeps ${start.program} in the foreground (httpd(8)).`,
    }),
    prepare: [],
    environment: environmentOf(tree, start),
    packages: [...needs.packages, ...(php === undefined ? [] : phpExtensionPackages(server, php))],
    mentions: needs.mentions,
    include: [
      ...setup.served
        .filter((entry) => !isGeneralDirectory(entry.path))
        .map((entry) => ({ ...entry, scope: 'tree' as const })),
      ...needs.include,
    ],
    startPlugins: {
      paths: setup.modulePaths,
      reason: sentence`Apache opens its modules when it reads LoadModule, and no others later (mod_so).`,
    },
    config: [...configOf(evaluated, start), ...(php === undefined ? [] : phpSettings(php, 'apache2'))],
    secretFiles: setup.secretFiles,
    logs: setup.logs.map(({ path, kind, source }) => ({
      path,
      to: kind === 'access' ? 'stdout' : 'stderr',
      reason: sentence`Named in ${source}; Apache's parent process opens it.`,
    })),
    directories: directoriesOf(setup, start),
    users: setup.user === undefined ? [] : [setup.user],
    applications,
    ports: setup.listens.map(({ port, address, source }) => ({ port, address, reason: sentence`Listen in ${source}` })),
    peers: peersOf(setup),
    sites: apacheSitesOf(setup),
    stopSignal: 'SIGWINCH',
    notes: notesOf(evaluated, setup),
  };
}

/** The version of a PHP module that Debian built: `libphp8.2.so` reads /etc/php/8.2/apache2. */
function phpVersionOf({ modulePaths }: ApacheSetup): string | undefined {
  return modulePaths.flatMap((path) => /\/libphp(\d+\.\d+)\.so$/.exec(path)?.[1] ?? [])[0];
}

function applicationsOf(server: Server, setup: ApacheSetup): string[] {
  const homes = server.facts.users.map((user) => user.home);
  const scripts = setup.cgi.flatMap(({ path }) => applicationRootOf(`${path}/x`, homes) ?? []);
  const roots = setup.served.flatMap(({ path }) =>
    path.startsWith('/usr/') ? [] : (applicationDirectoryOf(`${path}/x`, homes) ?? []),
  );
  return [...new Set([...scripts, ...roots])].filter(
    (path) => !isGeneralDirectory(path) && !path.startsWith('/usr/lib/') && !path.startsWith('/usr/share/'),
  );
}

/** The interpreters and modules of CGI programs, found before the first request fails; packages of what is served. */
function needsOf(server: Server, setup: ApacheSetup): ScriptNeeds {
  const scripts = setup.cgi.flatMap(({ path }) =>
    server.readAll(`${path}/*`).map((script) => needsOfScript(server, script.path)),
  );
  const named = setup.served.map(({ path, reason }) => needsOfFile(server, path, reason));
  const modules = setup.modulePaths.map((path) => needsOfFile(server, path, 'LoadModule'));
  const programs = setup.cgi.map((entry) => ({ ...entry, scope: 'tree' as const }));
  return mergeNeeds([
    ...scripts,
    ...named.map((part) => ({ ...part, include: [] })),
    ...modules,
    { packages: [], include: programs, mentions: [...setup.mentions, ...setup.configFiles] },
  ]);
}

function configOf(evaluated: Evaluated, start: ApacheStart): WorkloadPart['config'] {
  const root = evaluated.serverRoot;
  const trees = root.startsWith('/etc/')
    ? [{ path: root, scope: 'tree' as const, reason: sentence`Apache configuration (ServerRoot)` }]
    : [];
  const files = [start.main, ...evaluated.files].filter((path) => !path.startsWith(`${root}/`) || trees.length === 0);
  return [
    ...trees,
    ...files.map((path) => ({ path, scope: 'file' as const, reason: sentence`Included by ${start.main}` })),
  ];
}

function environmentOf(tree: ProcessTree, start: ApacheStart): WorkloadPart['environment'] {
  const known = new Set(tree.root.environment.map((entry) => entry.name));
  return [...start.variables]
    .filter(([name]) => !known.has(name) && name.startsWith('APACHE_'))
    .map(([name, value]) => ({
      name,
      value,
      reason: sentence`Set by /etc/apache2/envvars; the configuration refers to it.`,
    }));
}

function directoriesOf(setup: ApacheSetup, start: ApacheStart): WorkloadPart['directories'] {
  const named = ['APACHE_RUN_DIR', 'APACHE_LOCK_DIR'].flatMap((name) => {
    const path = start.variables.get(name);
    return path?.startsWith('/') ? [{ path, reason: sentence`${name}: Apache keeps sockets and locks there.` }] : [];
  });
  const pid =
    setup.pidFile === undefined ? [] : [{ path: dirname(setup.pidFile), reason: sentence`Directory of the PidFile.` }];
  return [...named, ...pid];
}

function peersOf(setup: ApacheSetup): Peer[] {
  return setup.proxies.flatMap(({ url, source, documentRoots }) => {
    const to = parsePeerUrl(url);
    return to ? [{ to, shares: documentRoots, reason: sentence`Proxied to in ${source}` }] : [];
  });
}

function notesOf(evaluated: Evaluated, setup: ApacheSetup): string[] {
  const unread = evaluated.unread
    .filter((path) => !isGlob(path))
    .map((path) => sentence`Included, but not read: ${path}`);
  const piped = setup.pipedLogs.map((log) => sentence`Log piped to a program, which stays as it is: ${log}`);
  return [...unread, ...piped];
}
