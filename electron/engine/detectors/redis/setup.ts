import { resolvePath } from '../support/paths.ts';
import { argumentsOf, type ProcessTree } from '../support/process-tree.ts';
import type { Server } from '../support/server.ts';
import { parseRedisConfig, type RedisDirective } from './parse-config.ts';

export interface RedisSetup {
  program: string;
  /** The configuration file; undefined where it runs with options alone. */
  main: string | undefined;
  files: string[];
  /** Arguments after the configuration file. */
  options: string[];
  port: number;
  binds: string[];
  socket: string | undefined;
  directory: string | undefined;
  logFile: string | undefined;
  aclFile: string | undefined;
  needsPassword: boolean;
  /** Whether it writes its data to disk. */
  persists: boolean;
}

/** How this Redis is set up: its file, then the arguments, which win. */
export function redisSetupOf(server: Server, tree: ProcessTree): RedisSetup {
  const argv = startOf(tree);
  const base = tree.unit?.workingDirectory || '/';
  const written = argv[1] !== undefined && !argv[1].startsWith('-') && !/:\d+/.test(argv[1]) ? argv[1] : undefined;
  const main = written === undefined ? defaultMain(server) : resolvePath(base, written);
  const files: string[] = [];
  const directives = main === undefined ? [] : readInto(server, main, files, 0);
  const options = argv
    .slice(written === undefined ? 1 : 2)
    .filter((argument, index) => index > 0 || argument.startsWith('--'));
  const all = [...directives, ...directivesOf(options)];
  const value = (name: string) => all.findLast((one) => one.name === name)?.args[0];
  const saves = all.filter((one) => one.name === 'save');
  const directory = value('dir');
  return {
    program: tree.root.exe ?? argv[0] ?? '/usr/bin/redis-server',
    main,
    files,
    options,
    port: Number(value('port') ?? 6379),
    binds: all.findLast((one) => one.name === 'bind')?.args ?? [],
    socket: value('unixsocket'),
    directory:
      directory === undefined || directory === './' ? tree.root.cwd : resolvePath(tree.root.cwd ?? '/', directory),
    logFile: value('logfile') || undefined,
    aclFile: value('aclfile'),
    needsPassword: value('requirepass') !== undefined && value('requirepass') !== '',
    persists: value('appendonly') === 'yes' || saves.length === 0 || (saves.at(-1)?.args[0] ?? '') !== '',
  };
}

/** Redis overwrites its arguments in /proc with its title, so the unit's word counts where there is one. */
function startOf(tree: ProcessTree): string[] {
  const started = tree.unit?.execStart[0];
  if (started && /(redis|valkey|keydb)-server$/.test(started[0] ?? '')) return started;
  return argumentsOf(tree)
    .flatMap((argument) => argument.split(' '))
    .filter((argument) => argument !== '' && !/^(\*|\[?[\d.:a-f]+\]?):\d+$/.test(argument));
}

function defaultMain(server: Server): string | undefined {
  const paths = ['/etc/redis/redis.conf', '/etc/redis.conf', '/etc/valkey/valkey.conf'];
  return (
    paths.find((path) => server.facts.configFiles.some((config) => config.path === path)) ??
    paths.find((path) => server.lookAt(path) !== undefined)
  );
}

function readInto(server: Server, glob: string, files: string[], depth: number): RedisDirective[] {
  if (depth > 8) return [];
  return server.readAll(glob).flatMap((file) => {
    if (files.includes(file.path)) return [];
    files.push(file.path);
    return parseRedisConfig(file.content).flatMap((one) =>
      one.name === 'include' && one.args[0]?.startsWith('/') ? readInto(server, one.args[0], files, depth + 1) : [one],
    );
  });
}

/** `--port 6380 --save 900 1` as directives. */
function directivesOf(options: string[]): RedisDirective[] {
  const found: RedisDirective[] = [];
  for (const option of options) {
    if (option.startsWith('--')) found.push({ name: option.slice(2).toLowerCase(), args: [] });
    else found.at(-1)?.args.push(option);
  }
  return found;
}
