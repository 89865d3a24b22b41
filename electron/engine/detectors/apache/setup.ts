import { ownValue } from '../../../../shared/text/own-value.ts';
import { sentence } from '../../../../shared/text/sentence.ts';
import { resolvePath } from '../support/paths.ts';
import type { ActiveDirective, Evaluated } from './evaluate.ts';

export interface VirtualHost {
  /** Empty for the main server. */
  ports: number[];
  serverName: string | undefined;
  documentRoots: string[];
  tls: boolean;
  accessLogs: string[];
  /** Prefixes behind which another service answers: `ProxyPass /api http://…`. */
  proxied: string[];
}

/** What the planner needs to know of an Apache's configuration. Paths are absolute. */
export interface ApacheSetup {
  listens: { address: string; port: number; source: string }[];
  hosts: VirtualHost[];
  /** Directories served as they are: DocumentRoot, Alias, Directory. */
  served: { path: string; reason: string }[];
  /** Where CGI programs are: ScriptAlias, ExecCGI. */
  cgi: { path: string; reason: string }[];
  php: boolean;
  secretFiles: { path: string; reason: string }[];
  configFiles: { path: string; reason: string }[];
  logs: { path: string; kind: 'access' | 'error'; source: string }[];
  pipedLogs: string[];
  user: string | undefined;
  pidFile: string | undefined;
  /** `proxy:` and `fcgi:` targets as written. */
  proxies: { url: string; source: string; documentRoots: string[] }[];
  modulePaths: string[];
  /** Paths that programs are told by SetEnv. */
  mentions: { path: string; reason: string }[];
}

/** What the distributions build in as DocumentRoot: it holds where neither a virtual host nor the main server names one. */
function builtInRoot(hosts: VirtualHost[]): ApacheSetup['served'] {
  const main = hosts.find(({ ports }) => ports.length === 0);
  const isNamed = hosts.every((host) => host === main || host.documentRoots.length > 0);
  if ((main?.documentRoots.length ?? 0) > 0 || (isNamed && hosts.length > 1)) return [];
  return [{ path: '/var/www/html', reason: sentence`What Apache serves where no DocumentRoot is named.` }];
}

export function apacheSetupOf(evaluated: Evaluated): ApacheSetup {
  const { directives, serverRoot } = evaluated;
  const path = (written: string | undefined) => resolvePath(serverRoot, written ?? '');
  const named = (...names: string[]) =>
    directives.filter((directive) => names.includes(directive.name) && directive.args[0]);
  const last = (name: string) => named(name).findLast((directive) => directive.sections.length === 0)?.args[0];
  const pidFile = last('pidfile');
  return {
    listens: named('listen', 'port').flatMap(listenOf),
    hosts: hostsOf(directives, path),
    served: [
      ...named('documentroot').map(({ args, source }) => ({
        path: path(args[0]),
        reason: sentence`DocumentRoot in ${source}`,
      })),
      ...builtInRoot(hostsOf(directives, path)),
      ...named('alias', 'scriptalias', 'wsgiscriptalias')
        .filter(({ args }) => args[1]?.startsWith('/'))
        .map(({ name, args, source }) => ({
          path: path(args[1]),
          reason: sentence`${title(name)} ${args[0]} in ${source}`,
        })),
    ],
    cgi: cgiOf(directives, path),
    php: [...evaluated.modules].some((module) => /^php\d*$/.test(module)),
    secretFiles: named(
      'authuserfile',
      'authgroupfile',
      'authdigestfile',
      'sslcertificatekeyfile',
      'sslcertificatefile',
      'authdbmuserfile',
    )
      .filter(({ name, args }) => name !== 'sslcertificatefile' || isKeyToo(directives, args[0]))
      .map(({ name, args, source }) => ({ path: path(args[0]), reason: sentence`${title(name)} in ${source}` })),
    configFiles: named(
      'sslcertificatefile',
      'sslcertificatechainfile',
      'sslcacertificatefile',
      'typesconfig',
      'mimemagicfile',
    ).map(({ name, args, source }) => ({ path: path(args[0]), reason: sentence`${title(name)} in ${source}` })),
    logs: named('customlog', 'transferlog', 'errorlog')
      .filter(({ args }) => !/^(\||syslog)/.test(args[0] ?? ''))
      .map(({ name, args, source }) => ({
        path: path(args[0]),
        kind: name === 'errorlog' ? ('error' as const) : ('access' as const),
        source,
      })),
    pipedLogs: named('customlog', 'transferlog', 'errorlog').flatMap(({ args }) =>
      args[0]?.startsWith('|') ? [args[0]] : [],
    ),
    user: last('user'),
    pidFile: pidFile === undefined ? undefined : path(pidFile),
    proxies: proxiesOf(directives, path),
    modulePaths: named('loadmodule').flatMap(({ args }) => (args[1] ? [path(args[1])] : [])),
    mentions: named('setenv')
      .filter(({ args }) => args[1]?.startsWith('/'))
      .map(({ args, source }) => ({ path: path(args[1]), reason: sentence`SetEnv ${args[0]} in ${source}` })),
  };
}

function listenOf({ args, source }: ActiveDirective): ApacheSetup['listens'] {
  const match = /^(?:(.*):)?(\d+)$/.exec(args[0] ?? '');
  if (!match) return [];
  const address = (match[1] ?? '').replace(/^\[(.*)\]$/, '$1');
  return [{ address: address === '' || address === '*' ? '0.0.0.0' : address, port: Number(match[2]), source }];
}

type PathOf = (written: string | undefined) => string;

/** The main server, and each `<VirtualHost>` section by where it starts. */
function hostsOf(directives: ActiveDirective[], path: PathOf): VirtualHost[] {
  const groups = new Map<string, { args: string[]; own: ActiveDirective[] }>();
  for (const directive of directives) {
    const section = directive.sections.find((candidate) => candidate.name === 'virtualhost');
    const group = groups.get(section?.source ?? '') ?? { args: section?.args ?? [], own: [] };
    group.own.push(directive);
    groups.set(section?.source ?? '', group);
  }
  return [...groups].map(([source, { args, own }]) => {
    const values = (name: string) =>
      own.filter((directive) => directive.name === name).flatMap(({ args: [first] }) => first ?? []);
    return {
      ports: source === '' ? [] : args.flatMap((address) => portOfAddress(address)),
      serverName: values('servername')[0]
        ?.replace(/^\w+:\/\//, '')
        .replace(/:\d+$/, ''),
      documentRoots: values('documentroot').map(path),
      tls: values('sslengine').some((value) => value.toLowerCase() === 'on'),
      proxied: own.filter((one) => one.name === 'proxypass').flatMap(proxiedPrefix),
      accessLogs: [...values('customlog'), ...values('transferlog')].filter((log) => !log.startsWith('|')).map(path),
    };
  });
}

function proxiedPrefix({ args, sections }: ActiveDirective): string[] {
  const location = sections.findLast((section) => section.name === 'location')?.args[0];
  const prefix = args[0]?.startsWith('/') ? args[0] : location;
  return prefix?.startsWith('/') && prefix !== '/' && args[1] !== '!' ? [prefix] : [];
}

function portOfAddress(address: string): number[] {
  const port = /:(\d+)$/.exec(address)?.[1];
  return port === undefined ? [] : [Number(port)];
}

function cgiOf(directives: ActiveDirective[], path: PathOf): ApacheSetup['cgi'] {
  const aliases = directives
    .filter(({ name, args }) => name === 'scriptalias' && args[1])
    .map(({ args, source }) => ({ path: path(args[1]), reason: sentence`ScriptAlias ${args[0]} in ${source}` }));
  const executed = directives.flatMap(({ name, args, sections, source }) => {
    const directory = sections.findLast((section) => section.name === 'directory')?.args[0];
    const allows = name === 'options' && args.some((option) => /^\+?ExecCGI$/i.test(option));
    return allows && directory?.startsWith('/') && !/[*?[~]/.test(directory)
      ? [{ path: path(directory), reason: sentence`Options ExecCGI in ${source}` }]
      : [];
  });
  return [...aliases, ...executed];
}

function proxiesOf(directives: ActiveDirective[], path: PathOf): ApacheSetup['proxies'] {
  const roots = directives.filter(({ name }) => name === 'documentroot').map(({ args }) => path(args[0]));
  return directives.flatMap(({ name, args, source }) => {
    const written = /^(proxypass|proxypassmatch|sethandler|balancermember)$/.test(name) ? args.join(' ') : '';
    const urls = written.match(/(?:unix:[^\s|]+\|)?(?:https?|fcgi|ajp|uwsgi|scgi|ws):\/\/[^\s/"$]+/g) ?? [];
    return urls.map((url) => ({ url, source, documentRoots: /fcgi:/.test(url) ? roots : [] }));
  });
}

/** A certificate file without a key file of its own holds the key as well. */
function isKeyToo(directives: ActiveDirective[], file: string | undefined): boolean {
  const keys = directives.filter(({ name }) => name === 'sslcertificatekeyfile').map(({ args }) => args[0]);
  return keys.length === 0 || keys.includes(file);
}

const titles: Record<string, string> = {
  documentroot: 'DocumentRoot',
  alias: 'Alias',
  scriptalias: 'ScriptAlias',
  wsgiscriptalias: 'WSGIScriptAlias',
  authuserfile: 'AuthUserFile',
  authgroupfile: 'AuthGroupFile',
  sslcertificatekeyfile: 'SSLCertificateKeyFile',
  sslcertificatefile: 'SSLCertificateFile',
};

function title(name: string): string {
  return ownValue(titles, name) ?? name;
}
