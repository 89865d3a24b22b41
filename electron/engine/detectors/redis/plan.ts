import { sentence } from '../../../../shared/text/sentence.ts';
import { databaseOf } from '../support/databases.ts';
import { startPart, type WorkloadPart } from '../support/part.ts';
import { dirname, isWithin } from '../support/paths.ts';
import type { ProcessTree } from '../support/process-tree.ts';
import type { Server } from '../support/server.ts';
import { type RedisSetup, redisSetupOf } from './setup.ts';

/** Options that decide about background, supervision and log: in a container each has one right value. */
const replaced = /^--(daemonize|supervised|logfile|pidfile)$/;

/** Redis in the foreground, logging to standard output, its data directory a volume. */
export function planRedis(server: Server, tree: ProcessTree): WorkloadPart {
  const setup = redisSetupOf(server, tree);
  const stateful = setup.persists ? databaseOf('redis-server') : undefined;
  return {
    ...startPart({
      title: 'Redis',
      name: tree.unit?.name.replace(/\.service$/, '') ?? 'redis',
      command: commandOf(setup, tree),
      commandReason: sentence`--daemonize no keeps Redis in the foreground, --supervised no for there is no systemd, --logfile "" logs to standard output.`,
    }),
    prepare: [],
    config: configOf(setup),
    secretFiles:
      setup.aclFile === undefined
        ? []
        : [{ path: setup.aclFile, reason: sentence`aclfile: users with their passwords` }],
    data:
      setup.directory === undefined || !setup.persists
        ? []
        : [{ path: setup.directory, reason: sentence`dir: Redis writes its data there.` }],
    directories: directoriesOf(setup),
    ports:
      setup.port > 0
        ? [
            {
              port: setup.port,
              address: setup.binds[0]?.replace(/^-/, '').replace('*', '0.0.0.0') ?? '127.0.0.1',
              reason: sentence`port of its configuration`,
            },
          ]
        : [],
    sockets: setup.socket === undefined ? [] : [setup.socket],
    parity: setup.port > 0 ? [{ kind: 'redis', port: setup.port, reason: sentence`Redis answers PING and INFO.` }] : [],
    stopSignal: 'SIGTERM',
    ...(stateful && { stateful }),
    notes: setup.persists
      ? []
      : [sentence`It keeps nothing on disk (no save, no appendonly): a cache, which may start empty.`],
  };
}

function commandOf(setup: RedisSetup, tree: ProcessTree): string[] {
  const started = tree.unit?.execStart[0]?.[0];
  // The package's executable is a link by the name of what it should be; the target's own name means another tool.
  const program =
    started?.startsWith('/') && /-server$/.test(started) ? started : setup.program.replace(/-check-rdb$/, '-server');
  const options: string[] = [];
  let isKept = true;
  for (const argument of setup.options) {
    if (argument.startsWith('--')) isKept = !replaced.test(argument);
    if (isKept) options.push(argument);
  }
  return [
    program,
    ...(setup.main === undefined ? [] : [setup.main]),
    ...options,
    '--daemonize',
    'no',
    '--supervised',
    'no',
    '--logfile',
    '',
  ];
}

function configOf(setup: RedisSetup): WorkloadPart['config'] {
  const named = setup.main === undefined ? setup.files : [setup.main, ...setup.files];
  return [...new Set(named)].map((path) => ({ path, scope: 'file', reason: sentence`Redis configuration` }));
}

function directoriesOf(setup: RedisSetup): WorkloadPart['directories'] {
  const socket = setup.socket?.startsWith('/')
    ? [{ path: dirname(setup.socket), reason: sentence`Directory of its unix socket.` }]
    : [];
  const data =
    setup.directory !== undefined && !setup.persists && !isWithin('/', setup.directory)
      ? [{ path: setup.directory, reason: sentence`dir: its working directory.` }]
      : [];
  const log = setup.logFile?.startsWith('/')
    ? [{ path: dirname(setup.logFile), reason: sentence`logfile: it is opened once before --logfile takes its place.` }]
    : [];
  return [...socket, ...data, ...log];
}
