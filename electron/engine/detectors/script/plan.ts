import { applicationRootOf } from '../support/application.ts';
import { foregroundOf } from '../support/daemon.ts';
import type { Language } from '../support/languages/language.ts';
import { shell } from '../support/languages/others.ts';
import { startPart, type WorkloadPart } from '../support/part.ts';
import { basename, dirname } from '../support/paths.ts';
import { argumentsOf, type ProcessTree, variableOf } from '../support/process-tree.ts';
import {
  mergeNeeds,
  needsOfFile,
  needsOfInterpreter,
  needsOfModules,
  type ScriptNeeds,
} from '../support/script-needs.ts';
import type { Server } from '../support/server.ts';
import { plainSitesOf } from '../support/sites.ts';
import { scriptCallOf } from './command-line.ts';
import { interpreterOf } from './detect.ts';

const speaksHttp =
  /http\.server|BaseHTTPRequestHandler|wsgi|flask|bottle|tornado|aiohttp|fastapi|uvicorn|gunicorn|django|cherrypy|Plack|Mojolicious|Dancer|HTTP::(Daemon|Server)|starman|express\(|http\.createServer|koa|fastify|sinatra|webrick|puma|rack|HttpServer|jetty|tomcat|spring-boot|undertow|artisan serve/i;
const healthPaths = /["'](\/(?:api\/)?(?:health|healthz|healthcheck|status|ping|version|ready|live|info)[\w/-]*)["']/g;
const generalNames = /^(app|main|server|index|run|start|wsgi|manage|__main__|daemon|service|bin|inline|)$/;

/** A script with its interpreter, its modules and its application's directory. */
export function planScript(server: Server, tree: ProcessTree): WorkloadPart {
  const language = interpreterOf(tree) ?? shell;
  const workingDirectory = tree.root.cwd ?? '/';
  const argv = argumentsOf(tree);
  const { script, called } = scriptCallOf(language, argv, workingDirectory);
  const { command, commandReason, follow, notes } = foregroundOf(server, tree);
  const text = [...argv, script === undefined ? '' : (server.read(script)?.content ?? '')].join('\n');
  const needs = scriptNeeds(server, tree, language, script);
  const application = applicationRootOf(
    script ?? `${workingDirectory}/x`,
    server.facts.users.map((user) => user.home),
  );
  return {
    ...startPart({
      title: tree.unit?.description || `${language.title}: ${called || 'a script'}`,
      name: tree.unit?.name.replace(/\.service$/, '') ?? nameOf(called, application, language),
      command,
      commandReason,
    }),
    ...(follow && { follow }),
    ...needs,
    applications: application === undefined ? [] : [application],
    sites: sitesOf(server, tree, text),
    notes,
  };
}

function scriptNeeds(server: Server, tree: ProcessTree, language: Language, script: string | undefined): ScriptNeeds {
  const program = tree.root.exe ?? tree.root.argv[0] ?? '';
  const roots = [tree.root.cwd ?? '', ...modulePathOf(tree)].filter((root) => root.startsWith('/') && root !== '/');
  const parts = [
    needsOfInterpreter(server, language, program),
    ...(script === undefined
      ? []
      : [needsOfFile(server, script, 'the script that runs'), needsOfModules(server, language, script, roots)]),
  ];
  return mergeNeeds(parts);
}

function modulePathOf(tree: ProcessTree): string[] {
  return ['PYTHONPATH', 'PERL5LIB', 'RUBYLIB', 'NODE_PATH'].flatMap((name) => variableOf(tree, name)?.split(':') ?? []);
}

function sitesOf(server: Server, tree: ProcessTree, text: string): WorkloadPart['sites'] {
  const paths = [...text.matchAll(healthPaths)].flatMap((match) => match[1] ?? []);
  const sites = plainSitesOf(server, tree, speaksHttp.test(text) ? 'web' : 'unknown');
  return sites.map((site) => ({ ...site, paths }));
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
