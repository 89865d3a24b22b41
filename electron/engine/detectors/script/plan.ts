import { sentence } from '../../../../shared/text/sentence.ts';
import { applicationRootOf } from '../support/application.ts';
import { configurationNeeds } from '../support/configuration.ts';
import { foregroundOf } from '../support/daemon.ts';
import type { Language } from '../support/languages/language.ts';
import { shell } from '../support/languages/others.ts';
import { startPart, type WorkloadPart } from '../support/part.ts';
import { basename, dirname } from '../support/paths.ts';
import { argumentsOf, type ProcessTree, tcpPortsOf, variableOf } from '../support/process-tree.ts';
import {
  mergeNeeds,
  needsOfFile,
  needsOfInterpreter,
  needsOfModules,
  type ScriptNeeds,
} from '../support/script-needs.ts';
import type { Server } from '../support/server.ts';
import { plainSitesOf } from '../support/sites.ts';
import { callOf } from './command-line.ts';
import { interpreterOf } from './detect.ts';
import { entryFilesOf } from './entry-files.ts';
import { leftBehindIn, serverBasesOf } from './server-bases.ts';

const speaksHttp =
  /http\.server|BaseHTTPRequestHandler|wsgi|flask|bottle|tornado|aiohttp|fastapi|uvicorn|gunicorn|django|cherrypy|Plack|Mojolicious|Dancer|HTTP::(Daemon|Server)|starman|express\(|http\.createServer|koa|fastify|sinatra|webrick|puma|rack|HttpServer|jetty|tomcat|spring-boot|undertow|artisan serve|\bphp[\d.]*\s(?:.*\s)?-S\s/i;
const healthPaths = /["'](\/(?:api\/)?(?:health|healthz|healthcheck|status|ping|version|ready|live|info)[\w/-]*)["']/g;
const generalNames = /^(app|main|server|http\.server|index|run|start|wsgi|manage|__main__|daemon|service|bin|inline|)$/;

/** A script with its interpreter, its modules and its application's directory. */
export function planScript(server: Server, tree: ProcessTree): WorkloadPart {
  const language = interpreterOf(tree) ?? shell;
  const workingDirectory = tree.root.cwd ?? '/';
  const argv = argumentsOf(tree);
  const { script, called } = callOf(tree, language);
  const { command, commandReason, follow, notes } = foregroundOf(server, tree);
  const entries = entriesOf(server, tree, language, script);
  const text = [argv.join(' '), ...entries.map((path) => server.read(path)?.content ?? '')].join('\n');
  const needs = scriptNeeds(server, tree, language, entries);
  const unit = tree.unit?.name.replace(/(@.*)?\.service$/, '');
  const settings = configurationNeeds(server, tree, unit === undefined ? [] : [unit]);
  const own = entries.find((path) => server.ownerOf(path) === undefined && !path.startsWith('/etc/'));
  const application = applicationRootOf(
    own ?? `${workingDirectory}/x`,
    server.facts.users.map((user) => user.home),
  );
  const bases = serverBasesOf(tree);
  const sites = sitesOf(server, tree, text);
  return {
    ...startPart({
      title: tree.unit?.description || `${language.title}: ${called || sentence`a script`}`,
      name: tree.unit?.name.replace(/\.service$/, '') ?? nameOf(called, application, language),
      command,
      commandReason,
    }),
    ...(follow && { follow }),
    ...settings,
    ...mergeNeeds([needs, settings]),
    applications: [...(application === undefined ? [] : [application]), ...bases, ...settings.applications],
    exclude: leftBehindIn(bases),
    sites,
    parity: language === shell ? [] : perhapsHttp(server, tree, sites),
    notes,
  };
}

/** The script that runs, and the files of the application that it is told to run where it is a launcher. */
function entriesOf(server: Server, tree: ProcessTree, language: Language, script: string | undefined): string[] {
  const launched = entryFilesOf(server, language, [...argumentsOf(tree), ...tree.root.argv], tree.root.cwd ?? '/');
  return [...new Set([...launched, ...(script === undefined ? [] : [script])])];
}

function scriptNeeds(server: Server, tree: ProcessTree, language: Language, entries: string[]): ScriptNeeds {
  const program = tree.root.exe ?? tree.root.argv[0] ?? '';
  const roots = [tree.root.cwd ?? '', ...modulePathOf(tree)].filter((root) => root.startsWith('/') && root !== '/');
  return mergeNeeds([
    needsOfInterpreter(server, language, program),
    ...entries.flatMap((path) => [
      needsOfFile(server, path, sentence`the script that runs`),
      needsOfModules(server, language, path, roots),
    ]),
  ]);
}

function modulePathOf(tree: ProcessTree): string[] {
  return ['PYTHONPATH', 'PERL5LIB', 'RUBYLIB', 'NODE_PATH'].flatMap((name) => variableOf(tree, name)?.split(':') ?? []);
}

function sitesOf(server: Server, tree: ProcessTree, text: string): WorkloadPart['sites'] {
  const paths = [...text.matchAll(healthPaths)].flatMap((match) => match[1] ?? []);
  const sites = plainSitesOf(server, tree, speaksHttp.test(text) ? 'web' : 'unknown');
  return sites.map((site) => ({ ...site, paths }));
}

/** Of a program whose text says nothing (an archive of classes), and whose port is none of the usual. */
function perhapsHttp(server: Server, tree: ProcessTree, sites: WorkloadPart['sites']): WorkloadPart['parity'] {
  const known = new Set([443, ...sites.map(({ port }) => port)]);
  const reason = sentence`No protocol is known for this port; it is asked over HTTP where it says nothing by itself.`;
  return tcpPortsOf(server, tree)
    .filter((port) => !known.has(port))
    .map((port) => ({ kind: 'greeting', port, perhapsHttp: true, reason }));
}

/** The script's own name, or that of its application where the script is called `app`, `main` and the like. */
function nameOf(called: string, application: string | undefined, language: Language): string {
  const own = basename(called)
    .replace(/\.(\w{1,4})$/, '')
    .replace(/-\d[\w.]*$/, '');
  if (!generalNames.test(own)) return own;
  if (application !== undefined) return basename(application);
  return basename(dirname(called)) || language.id;
}
