import { sentence } from '../../../../shared/text/sentence.ts';
import { applicationDirectoryOf, isGeneralDirectory } from '../support/application.ts';
import { startPart, type WorkloadPart } from '../support/part.ts';
import { dirname } from '../support/paths.ts';
import type { ProcessTree } from '../support/process-tree.ts';
import { mergeNeeds, needsOfFile } from '../support/script-needs.ts';
import type { Server } from '../support/server.ts';
import { siteNameOf } from '../support/site-name.ts';
import { type Evaluated, evaluateNginx } from './evaluate.ts';
import { locateNginx, type NginxStart } from './locate.ts';
import { type NginxSetup, nginxSetupOf } from './setup.ts';

/** nginx in the foreground, with what its configuration names: roots, keys, logs, and whom it hands requests to. */
export function planNginx(server: Server, tree: ProcessTree): WorkloadPart {
  const start = locateNginx(tree);
  const evaluated = evaluateNginx(server, start.main);
  const setup = nginxSetupOf(evaluated, start.main);
  const served = setup.served.filter(({ path }) => !isGeneralDirectory(path));
  const applications = [...new Set(served.flatMap(({ path }) => applicationDirectoryOf(`${path}/x`) ?? []))].filter(
    isNoPackages,
  );
  const needs = mergeNeeds([
    ...served.map(({ path, reason }) => needsOfFile(server, path, reason)),
    ...setup.modulePaths.map((path) => needsOfFile(server, path, 'load_module')),
  ]);
  return {
    ...startPart({
      title: 'nginx',
      name: siteNameOf(server, applications, tree.unit?.name.replace(/\.service$/, '') ?? 'nginx'),
      command: commandOf(start, setup),
      commandReason: sentence`Without "daemon off;" nginx puts itself into the background (ngx_core_module).`,
    }),
    prepare: [],
    packages: needs.packages,
    include: [
      ...needs.include.filter(({ path }) => !served.some((entry) => entry.path === path)),
      ...served.map((entry) => ({ ...entry, scope: 'tree' as const })),
    ],
    startPlugins: {
      paths: setup.modulePaths,
      reason: sentence`nginx opens its modules when it reads load_module, and no others later (ngx_core_module).`,
    },
    config: configOf(start, setup, evaluated.files),
    secretFiles: setup.secretFiles,
    logs: setup.logs,
    directories: directoriesOf(server, setup),
    users: setup.user === undefined ? [] : [setup.user],
    // It opens what lies below its roots and runs nothing: the rest of an application is for whom it hands requests to.
    applications: runsCode(evaluated) ? applications : served.map(({ path }) => path).filter(isNoPackages),
    ports: setup.ports,
    sockets: setup.sockets,
    peers: setup.peers,
    sites: setup.sites,
    stopSignal: 'SIGQUIT',
    notes: evaluated.unread.map((path) => sentence`Included, but not read: ${path}`),
  };
}

function isNoPackages(path: string): boolean {
  return !path.startsWith('/usr/');
}

/** Whether a module runs programs within nginx: Lua, njs, Perl, Passenger. */
function runsCode({ directives }: Evaluated): boolean {
  return directives.some(({ name }) => /^(passenger_|perl_|js_|lua_)|_by_(lua|njs)/.test(name));
}

function commandOf(start: NginxStart, setup: NginxSetup): string[] {
  const globals = [...(setup.daemonIsSet ? [] : ['daemon off;']), start.globals]
    .filter((text) => text !== '')
    .join(' ');
  return [start.program, ...start.options, ...(globals === '' ? [] : ['-g', globals])];
}

function configOf(start: NginxStart, setup: NginxSetup, files: string[]): WorkloadPart['config'] {
  const root = dirname(start.main);
  const tree = { path: root, scope: 'tree' as const, reason: sentence`nginx configuration` };
  const outside = files
    .filter((path) => !path.startsWith(`${root}/`))
    .map((path) => ({ path, scope: 'file' as const, reason: sentence`Included by ${start.main}` }));
  const named = setup.configFiles
    .filter(({ path }) => !path.startsWith('/usr/'))
    .map((entry) => ({ ...entry, scope: 'file' as const }));
  return [tree, ...outside, ...named];
}

/** Where nginx buffers what does not fit into memory; the packages' build puts that under /var/lib/nginx. */
function directoriesOf(server: Server, setup: NginxSetup): WorkloadPart['directories'] {
  const buffers = ['/var/lib/nginx', '/var/cache/nginx'].filter((path) => server.lookAt(path)?.type === 'directory');
  const pid =
    setup.pidFile === undefined ? [] : [{ path: dirname(setup.pidFile), reason: sentence`Directory of the pid file.` }];
  return [
    ...pid,
    ...[...buffers, ...setup.temporary].map((path) => ({ path, reason: sentence`nginx buffers large bodies there.` })),
  ];
}
