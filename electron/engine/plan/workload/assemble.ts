import type { Plan, Workload } from '../../../../shared/model/plan.ts';
import { sentence } from '../../../../shared/text/sentence.ts';
import { sorted, uniqueBy } from '../../detectors/support/lists.ts';
import type { Peer } from '../../detectors/support/part.ts';
import { isPlainPath, shown, shownSentence } from '../../detectors/support/plain-text.ts';
import { listenersOf, type ProcessTree } from '../../detectors/support/process-tree.ts';
import { needsOfFile } from '../../detectors/support/script-needs.ts';
import type { Server } from '../../detectors/support/server.ts';
import { chooseBase } from '../base/choose-base.ts';
import { closeWorkload } from '../closure/close-workload.ts';
import { excludesFor } from '../closure/excludes.ts';
import { closePackages } from '../closure/package-closure.ts';
import { pluginNotes, pluginsOf } from '../closure/plugins.ts';
import type { Chosen } from '../group/choose-trees.ts';
import type { PlanOptions } from '../options.ts';
import { withoutArgumentSecrets } from '../secrets/argument-secrets.ts';
import { secretFilesOf } from '../secrets/secret-files.ts';
import { splitEnvironment } from '../secrets/split-environment.ts';
import { variablesOf } from '../secrets/variables.ts';
import { directoriesOf } from './directories.ts';
import { fitOf } from './fit.ts';
import { healthOf } from './health.ts';
import { identitiesOf, userOf } from './identities.ts';
import { limitsOf } from './limits.ts';
import { needsOf } from './needs.ts';
import { notesOf } from './notes.ts';
import { parityOf } from './parity.ts';
import { portsOf } from './ports.ts';
import { prepareOf } from './prepare.ts';
import { opener, socketDirectories, socketsOf } from './sockets.ts';
import { stopOf } from './stop.ts';

/** A workload with what is needed to join it with others. */
export interface Assembled {
  workload: Workload;
  tree: ProcessTree;
  peers: Peer[];
  /** Unix sockets it is reached by. */
  sockets: string[];
  /** Value by variable of the secret environment. */
  secretValues: Map<string, string>;
}

/** A process tree and what was detected in it, as a workload of the plan. */
export function assemble(
  server: Server,
  { name, tree, part, detected: { finding } }: Chosen,
  options: PlanOptions,
  shared: Workload['files']['include'],
): Assembled {
  const listeners = listenersOf(server, tree);
  const closure = closeWorkload(server, tree, part, finding);
  const asked = (options.include ?? []).map((path) => ({
    path,
    scope: 'tree' as const,
    reason: sentence`asked for by the person`,
  }));
  const include = tidy([...closure.include, ...shared, ...asked]);
  const safe = withoutArgumentSecrets(part.command);
  const split = splitEnvironment([...variablesOf(server, tree, part), ...safe.variables]);
  const carried = [
    ...include.map((entry) => ({ ...entry, isConfig: false })),
    ...closure.config.map((entry) => ({ ...entry, isConfig: true })),
  ];
  const secretFiles = secretFilesOf(server, part.secretFiles, carried);
  const data = uniqueBy(
    closure.data.filter(({ path }) => isPlainPath(path)),
    ({ path }) => path,
  );
  const config = tidy(closure.config).filter(({ path }) => !secretFiles.some((secret) => secret.path === path));
  const sockets = socketsOf(server, tree);
  const directories = uniqueBy(
    [
      ...socketDirectories(server, tree, sockets),
      ...directoriesOf(server, tree, [...part.directories, ...closure.directories], listeners),
    ],
    ({ path }) => path,
  ).filter(({ path }) => isPlainPath(path));
  const ports = portsOf(listeners, part.ports);
  const socketPaths = sorted([
    ...listeners.map(({ path }) => path).filter((path) => path.startsWith('/')),
    ...part.sockets,
  ]);
  const base = chooseBase(server.facts.os, options);
  const locales = split.environment
    .filter((entry) => /^(LANG|LC_.*|LANGUAGE)$/.test(entry.name))
    .map((entry) => entry.value);
  const named = [...data, ...directories, ...include, ...config, ...secretFiles].map(({ path }) => path);
  const handed = sockets === undefined ? [] : needsOfFile(server, opener, sentence`opens the sockets`).packages;
  const packages = closePackages(server, [...closure.packages, ...handed]);
  const plugins = pluginsOf(tree, part.startPlugins);
  const judged: Omit<Workload, 'fit'> = {
    name,
    stack: finding.stack,
    title: shown(part.title),
    evidence: sorted(
      finding.evidence.map(({ observation, source }) => shownSentence(sentence`${observation} (${source})`)),
    ),
    strategy: base.strategy,
    base: base.base,
    hostname: hostnameOf(server),
    command: safe.command,
    commandReason: part.commandReason,
    ...(part.follow && { follow: part.follow }),
    ...(sockets !== undefined && { sockets }),
    prepare: part.prepare ?? prepareOf(tree),
    user: userOf(tree, part.command),
    identities: identitiesOf(server, tree, part.users, named),
    workingDirectory: workingDirectoryOf(tree),
    ...umaskOf(tree),
    environment: uniqueBy(split.environment, (entry) => entry.name),
    ports,
    files: {
      packages,
      include,
      exclude: uniqueBy(excludesFor(locales, packages, part.exclude, options.exclude ?? []), (entry) => entry.pattern),
      ...(plugins.length > 0 && { plugins }),
    },
    config,
    secrets: uniqueBy([...secretFiles, ...split.secrets], (secret) => `${secret.kind} ${secret.name}`),
    data,
    logs: logsOf(closure.logs, data),
    directories,
    health: healthOf(ports, part.sites, socketPaths),
    limits: limitsOf(server.facts, tree),
    stop: stopOf(tree, part),
    init: true,
    needs: needsOf(server, tree, ports),
    parity: parityOf(server, ports, part),
    repairs: [],
    notes: sorted(
      [
        ...part.notes,
        ...closure.notes,
        ...split.notes,
        ...base.notes,
        ...pluginNotes(plugins),
        ...notesOf(server, tree),
      ].map(shown),
    ),
  };
  const staysRoot = tree.members.every((member) => member.uid === 0);
  const workload: Workload = { ...judged, fit: fitOf(judged, { stateful: part.stateful, staysRoot }) };
  return { workload, tree, peers: part.peers, sockets: socketPaths, secretValues: split.secretValues };
}

type Placed = Workload['config'][number];

/** Plain paths, each once: a tree wins over the file of the same path, the first reason stays. */
function tidy(entries: Placed[]): Placed[] {
  const trees = entries.filter((entry) => entry.scope === 'tree');
  const files = entries.filter((entry) => entry.scope === 'file');
  return uniqueBy(
    [...trees, ...files].filter(({ path }) => isPlainPath(path)),
    ({ path }) => path,
  ).map(({ path, scope, reason }) => ({ path, scope, reason }));
}

/** A log below a data path is kept with the data; what a detector says of a log goes before what was seen. */
function logsOf(logs: Workload['logs'], data: Workload['data']): Workload['logs'] {
  const apart = logs.filter(
    (log) => isPlainPath(log.path) && !data.some(({ path }) => log.path.startsWith(`${path}/`)),
  );
  const streams = apart.filter((log) => log.to !== 'volume');
  return uniqueBy([...streams, ...apart], (log) => log.path);
}

function workingDirectoryOf(tree: ProcessTree): string {
  const directory = tree.root.cwd ?? tree.unit?.workingDirectory ?? '/';
  return isPlainPath(directory) ? directory : '/';
}

function umaskOf(tree: ProcessTree): { umask?: string } {
  // Daemons often set their own to 0000, so what the unit says is what they were started with.
  const umask = (tree.unit?.umask || tree.root.umask || '0022').padStart(4, '0');
  return /^[0-7]{4}$/.test(umask) && umask !== '0022' ? { umask } : {};
}

function hostnameOf(server: Server): Plan['server']['name'] {
  const { hostname } = server.facts.os;
  return /^[A-Za-z0-9]([A-Za-z0-9.-]{0,62})$/.test(hostname) ? hostname : 'server';
}
