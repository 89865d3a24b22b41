import { userInfo } from 'node:os';
import { join } from 'node:path';
import { SlipwayError } from '../../../../shared/errors.ts';
import { sentence } from '../../../../shared/text/sentence.ts';
import { printable } from '../../text/printable.ts';
import type { Destination } from '../target.ts';
import type { ConfigNode } from './files.ts';
import { lookUp } from './look-up.ts';

/** Where and how to connect, with `~/.ssh/config` applied. */
export interface SshSettings {
  /** What the person wrote. */
  alias: string;
  host: string;
  port: number;
  user: string;
  /** Keys named by the person or the configuration; undefined means OpenSSH's default ones. */
  identityFiles: string[] | undefined;
  /** Only the keys named, even where the agent holds more. */
  identitiesOnly: boolean;
  /** The agent's socket; undefined means that of the environment, `none` no agent. */
  identityAgent: string | undefined;
  /** `ProxyJump`, as written. */
  proxyJump: string[];
  proxyCommand: string | undefined;
  userKnownHostsFiles: string[];
  globalKnownHostsFiles: string[];
  hostKeyAlias: string | undefined;
  hashKnownHosts: boolean;
  connectTimeoutSeconds: number;
  keepAliveSeconds: number;
  keepAliveCount: number;
}

const defaultConnectTimeoutSeconds = 15;
const defaultKeepAliveSeconds = 15;

/** What the configuration makes of a destination. What the person wrote wins over it. */
export function resolveSettings(destination: Destination, config: readonly ConfigNode[], home: string): SshSettings {
  const localUser = userInfo().username;
  const found = lookUp(config, { host: destination.host, user: destination.user, localUser });
  const one = (name: string) => found.get(name)?.[0];
  const host = expandTokens(one('hostname') ?? destination.host, new Map([['h', destination.host]]));
  const port = destination.port ?? portNumber(one('port'), destination.host);
  const user = destination.user ?? one('user') ?? localUser;
  const tokens = new Map([
    ['d', home],
    ['h', host],
    ['n', destination.host],
    ['p', String(port)],
    ['r', user],
    ['u', localUser],
  ]);
  const path = (text: string) => expandHome(expandTokens(text, tokens), home);
  const paths = (name: string) =>
    found
      .get(name)
      ?.filter((value) => value.toLowerCase() !== 'none')
      .map(path);
  const proxy = proxyOf(found);
  const agent = one('identityagent');
  return {
    alias: destination.host,
    host,
    port,
    user,
    identityFiles: paths('identityfile'),
    identitiesOnly: one('identitiesonly')?.toLowerCase() === 'yes',
    identityAgent: agent === undefined || agent === 'SSH_AUTH_SOCK' ? undefined : path(agent),
    ...proxy,
    userKnownHostsFiles: paths('userknownhostsfile') ?? [
      join(home, '.ssh/known_hosts'),
      join(home, '.ssh/known_hosts2'),
    ],
    globalKnownHostsFiles: paths('globalknownhostsfile') ?? ['/etc/ssh/ssh_known_hosts', '/etc/ssh/ssh_known_hosts2'],
    hostKeyAlias: one('hostkeyalias'),
    hashKnownHosts: one('hashknownhosts')?.toLowerCase() === 'yes',
    connectTimeoutSeconds: seconds(one('connecttimeout')) || defaultConnectTimeoutSeconds,
    keepAliveSeconds: seconds(one('serveraliveinterval')) ?? defaultKeepAliveSeconds,
    keepAliveCount: wholeNumber(one('serveralivecountmax')) ?? 3,
  };
}

/** ProxyJump and ProxyCommand exclude each other; `ssh -W %h:%p HOST` is the old way to write a jump host. */
function proxyOf(found: ReadonlyMap<string, string[]>): Pick<SshSettings, 'proxyJump' | 'proxyCommand'> {
  const jump = found.get('proxyjump')?.[0];
  if (jump !== undefined) {
    return {
      proxyJump: jump.toLowerCase() === 'none' ? [] : jump.split(',').map((hop) => hop.trim()),
      proxyCommand: undefined,
    };
  }
  const command = found.get('proxycommand')?.join(' ');
  if (command === undefined || command.toLowerCase() === 'none') return { proxyJump: [], proxyCommand: undefined };
  const hop = /^ssh(?: -q)? (?:-W ["']?%h:%p["']? (?<last>[^\s-]\S*)|(?<first>[^\s-]\S*) -W ["']?%h:%p["']?)$/.exec(
    command,
  )?.groups;
  const host = hop?.last ?? hop?.first;
  return host === undefined ? { proxyJump: [], proxyCommand: command } : { proxyJump: [host], proxyCommand: undefined };
}

function expandTokens(text: string, tokens: ReadonlyMap<string, string>): string {
  return text.replace(/%(.)/g, (whole, token: string) => (token === '%' ? '%' : (tokens.get(token) ?? whole)));
}

/** `~/…` below the home directory. */
export function expandHome(path: string, home: string): string {
  return path === '~' || path.startsWith('~/') ? join(home, path.slice(1)) : path;
}

function portNumber(text: string | undefined, host: string): number {
  if (text === undefined) return 22;
  const port = wholeNumber(text) ?? 0;
  if (port >= 1 && port <= 65_535) return port;
  throw new SlipwayError(
    'usage',
    sentence`~/.ssh/config names no usable port for ${printable(host)}: ${printable(text)}.`,
    {
      hint: sentence`Write a number from 1 to 65535 after Port there.`,
    },
  );
}

function wholeNumber(text: string | undefined): number | undefined {
  return text !== undefined && /^\d{1,9}$/.test(text) ? Number(text) : undefined;
}

const unitSeconds = new Map([
  ['', 1],
  ['s', 1],
  ['m', 60],
  ['h', 3600],
  ['d', 86_400],
  ['w', 604_800],
]);

/** A time as sshd_config(5) writes it under TIME FORMATS: `30`, `1m30s`. */
function seconds(text: string | undefined): number | undefined {
  if (text === undefined || !/^(?:\d{1,6}[smhdw]?)+$/i.test(text)) return undefined;
  return [...text.toLowerCase().matchAll(/(\d+)([smhdw]?)/g)].reduce(
    (sum, [, count, unit]) => sum + Number(count) * (unitSeconds.get(unit ?? '') ?? 1),
    0,
  );
}
