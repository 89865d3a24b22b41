import { sentence } from '../../../../shared/text/sentence.ts';
import { groupBy, sorted } from '../support/lists.ts';
import type { Peer, Site, WorkloadPart } from '../support/part.ts';
import { dirname, resolvePath } from '../support/paths.ts';
import { isLoopback, parsePeerUrl } from '../support/peer-url.ts';
import type { ActiveDirective, Block, Evaluated } from './evaluate.ts';

/** What the planner needs to know of an nginx's configuration. Paths are absolute. */
export interface NginxSetup {
  user: string | undefined;
  pidFile: string | undefined;
  served: { path: string; reason: string }[];
  secretFiles: { path: string; reason: string }[];
  configFiles: { path: string; reason: string }[];
  logs: WorkloadPart['logs'];
  ports: WorkloadPart['ports'];
  sockets: string[];
  peers: Peer[];
  sites: Site[];
  modulePaths: string[];
  /** `master_process off` or `daemon off` in the file, so that the option must not be given twice. */
  daemonIsSet: boolean;
  temporary: string[];
}

const passes = /^(proxy|fastcgi|uwsgi|scgi|grpc|memcached)_pass$/;
const configNames =
  /^(ssl_certificate|ssl_trusted_certificate|ssl_client_certificate|ssl_dhparam|geoip_country|js_import)$/;

export function nginxSetupOf(evaluated: Evaluated, main: string): NginxSetup {
  const { directives } = evaluated;
  const path = (written: string) => resolvePath(dirname(main), written);
  const named = (names: RegExp) =>
    directives.filter((one) => names.test(one.name) && one.args[0] !== undefined && !one.args[0].includes('$'));
  const located = (names: RegExp) =>
    named(names).map((one) => ({ path: path(one.args[0] ?? ''), reason: sentence`${one.name} in ${one.source}` }));
  const [pidFile] = named(/^pid$/);
  return {
    user: named(/^user$/)[0]?.args[0],
    pidFile: pidFile?.args[0] === undefined ? undefined : path(pidFile.args[0]),
    served: located(/^(root|alias)$/),
    secretFiles: located(
      /^(auth_basic_user_file|ssl_certificate_key|ssl_password_file|ssl_session_ticket_key)$/,
    ).filter(({ path: file }) => !file.endsWith('/off')),
    configFiles: located(configNames),
    logs: named(/^(access_log|error_log)$/).flatMap((one) => logOf(one, path)),
    ports: named(/^listen$/).flatMap(listenOf),
    sockets: named(/^listen$/).flatMap(({ args }) => (args[0]?.startsWith('unix:') ? [args[0].slice(5)] : [])),
    peers: peersOf(directives, path),
    sites: sitesOf(directives, path),
    modulePaths: located(/^load_module$/).map((entry) => entry.path),
    daemonIsSet: directives.some((one) => one.name === 'daemon'),
    temporary: located(/^(client_body|proxy|fastcgi|uwsgi|scgi)_temp_path$/).map((entry) => entry.path),
  };
}

function logOf({ name, args, source }: ActiveDirective, path: (written: string) => string): WorkloadPart['logs'] {
  const [target = ''] = args;
  if (/^(off|stderr|syslog:.*|memory:.*)$/.test(target)) return [];
  return [
    {
      path: path(target),
      to: name === 'access_log' ? 'stdout' : 'stderr',
      reason: sentence`${name} in ${source}; nginx's master process opens it.`,
    },
  ];
}

function listenOf({ args, source }: ActiveDirective): WorkloadPart['ports'] {
  const port = portOf(args[0] ?? '');
  if (port === undefined) return [];
  const address = /^(.*):\d+$/.exec(args[0] ?? '')?.[1]?.replace(/^\[(.*)\]$/, '$1') ?? '0.0.0.0';
  return [{ port, address: address === '*' ? '0.0.0.0' : address, reason: sentence`listen in ${source}` }];
}

function portOf(listen: string): number | undefined {
  if (listen.startsWith('unix:')) return undefined;
  const port = Number(/(?:^|:)(\d+)$/.exec(listen)?.[1] ?? 80);
  return port > 0 && port < 65536 ? port : undefined;
}

/** Who is handed requests: passes and the servers of upstreams; php-fpm and its like must see the same files. */
function peersOf(directives: ActiveDirective[], path: (written: string) => string): Peer[] {
  const upstreams = new Map<string, ActiveDirective[]>();
  for (const one of directives) {
    const upstream = one.blocks.find((block) => block.name === 'upstream')?.args[0];
    if (upstream !== undefined && one.name === 'server')
      upstreams.set(upstream, [...(upstreams.get(upstream) ?? []), one]);
  }
  return directives
    .filter((one) => passes.test(one.name) && one.args[0] !== undefined)
    .flatMap((one) => {
      const target = one.args[0] ?? '';
      const name = target.replace(/^\w+:\/\//, '').replace(/\/.*$/, '');
      const addresses = upstreams.get(name)?.flatMap(({ args }) => args[0] ?? []) ?? [target];
      const shares = /^(fastcgi|uwsgi|scgi)_pass$/.test(one.name) ? rootsAround(directives, one, path) : [];
      return addresses.flatMap((address): Peer[] => {
        const to = parsePeerUrl(address);
        const isLocal = to !== undefined && (to.kind === 'unix' || isLoopback(to.host));
        return to ? [{ to, shares: isLocal ? shares : [], reason: sentence`${one.name} in ${one.source}` }] : [];
      });
    });
}

function rootsAround(
  directives: ActiveDirective[],
  pass: ActiveDirective,
  path: (written: string) => string,
): string[] {
  const roots = directives.filter(
    (one) => one.name === 'root' && one.args[0] !== undefined && !one.args[0].includes('$'),
  );
  const inScope = roots.filter((root) => root.blocks.every((block, index) => block === pass.blocks[index]));
  return sorted(inScope.map((root) => path(root.args[0] ?? '')));
}

/** Every `server` block of `http` on each of its ports. */
function sitesOf(directives: ActiveDirective[], path: (written: string) => string): Site[] {
  const servers = groupBy(
    directives.filter((one) => one.blocks[0]?.name === 'http'),
    serverOf,
  );
  const httpLogs = accessLogsOf(servers.get(undefined) ?? [], path);
  return [...servers].flatMap(([block, own]) => {
    if (block === undefined) return [];
    const listens = own.filter((one) => one.name === 'listen');
    const logs = accessLogsOf(own, path);
    const ports = listens.length > 0 ? listens : [{ args: ['80'] }];
    return ports.flatMap(({ args }): Site[] => {
      const port = portOf(args[0] ?? '');
      if (port === undefined) return [];
      const host = own
        .find((one) => one.name === 'server_name')
        ?.args.find((name) => /^[A-Za-z0-9][A-Za-z0-9.-]*$/.test(name));
      return [
        {
          port,
          tls: args.includes('ssl'),
          ...(host !== undefined && { host }),
          paths: [...exactLocations(own), ...passedLocations(own)],
          accessLogs: logs.length > 0 ? logs : httpLogs,
        },
      ];
    });
  });
}

function serverOf({ blocks }: ActiveDirective): Block | undefined {
  return blocks.find((block) => block.name === 'server');
}

function accessLogsOf(directives: ActiveDirective[], path: (written: string) => string): string[] {
  const own = directives.filter(
    (one) => one.name === 'access_log' && one.args[0] !== undefined && !/^(off|syslog:.*)$|\$/.test(one.args[0]),
  );
  return sorted(own.map((one) => path(one.args[0] ?? '')));
}

/** `location = /health`: a path that is served by itself. */
function exactLocations(own: ActiveDirective[]): string[] {
  return own.filter((one) => one.name === 'location' && one.args[0] === '=').flatMap((one) => one.args[1] ?? []);
}

/** `location /api/ { proxy_pass …; }`: a prefix behind which another service answers. */
function passedLocations(own: ActiveDirective[]): string[] {
  const blocks = own.filter((one) => passes.test(one.name)).map((one) => one.blocks.at(-1));
  const prefixes = blocks.flatMap((block) => {
    const [first = '', second] = block?.name === 'location' ? block.args : [];
    const prefix = first === '^~' ? second : first;
    return prefix?.startsWith('/') ? [prefix] : [];
  });
  return sorted(prefixes.filter((prefix) => prefix !== '/'));
}
