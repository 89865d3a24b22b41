import { sentence } from '../../../../shared/text/sentence.ts';
import { applicationDirectoryOf } from '../support/application.ts';
import { startPart, type WorkloadPart } from '../support/part.ts';
import { basename, dirname } from '../support/paths.ts';
import { parsePeerUrl } from '../support/peer-url.ts';
import { phpExtensionPackages, phpSettings } from '../support/php.ts';
import type { ProcessTree } from '../support/process-tree.ts';
import type { Server } from '../support/server.ts';
import { locatePhpFpm, type PhpFpmStart } from './locate.ts';
import { last, type PhpFpmSetup, phpFpmSetupOf } from './setup.ts';

/** php-fpm in the foreground with its pools. The scripts it runs are handed over by a web server, which says where they are. */
export function planPhpFpm(server: Server, tree: ProcessTree): WorkloadPart {
  const start = locatePhpFpm(tree);
  const setup = phpFpmSetupOf(server, start.main, start.prefix);
  return {
    ...startPart({
      title: sentence`PHP FastCGI process manager`,
      name: tree.unit?.name.replace(/\.service$/, '') ?? basename(start.program),
      command: [start.program, '--nodaemonize', '--fpm-config', start.main],
      commandReason: sentence`--nodaemonize keeps php-fpm in the foreground whatever its configuration says (php-fpm(8)).`,
    }),
    prepare: [],
    config: configOf(start, setup),
    logs: logsOf(setup),
    directories: directoriesOf(setup),
    users: setup.pools.flatMap((pool) => pool.user ?? []),
    applications: setup.pools.flatMap((pool) =>
      pool.chdir === undefined ? [] : (applicationDirectoryOf(`${pool.chdir}/x`) ?? []),
    ),
    packages: extensionPackages(server, start.program),
    ports: setup.pools.flatMap(portOf),
    sockets: setup.pools.flatMap((pool) => (pool.listen.startsWith('/') ? [pool.listen] : [])),
    stopSignal: 'SIGQUIT',
    data: sessionsOf(setup),
  };
}

function portOf({ name, listen }: PhpFpmSetup['pools'][number]): WorkloadPart['ports'] {
  const to = /^\d+$/.test(listen)
    ? { kind: 'tcp' as const, host: '0.0.0.0', port: Number(listen) }
    : parsePeerUrl(listen);
  return to?.kind === 'tcp' ? [{ port: to.port, address: to.host, reason: sentence`listen of pool ${name}` }] : [];
}

function configOf(start: PhpFpmStart, setup: PhpFpmSetup): WorkloadPart['config'] {
  const version = /^\/etc\/php\/([\d.]+)\/fpm\//.exec(start.main)?.[1];
  const trees = version
    ? phpSettings(version, 'fpm').map(({ path }) => path)
    : ['/etc/php-fpm.d', '/etc/php.d'].filter(() => start.main === '/etc/php-fpm.conf');
  const files = [start.main, ...setup.files, ...(start.main === '/etc/php-fpm.conf' ? ['/etc/php.ini'] : [])];
  return [
    ...trees.map((path) => ({ path, scope: 'tree' as const, reason: sentence`PHP configuration` })),
    ...files
      .filter((path) => !trees.some((tree) => path.startsWith(`${tree}/`)))
      .map((path) => ({ path, scope: 'file' as const, reason: sentence`php-fpm configuration` })),
  ];
}

function logsOf(setup: PhpFpmSetup): WorkloadPart['logs'] {
  const main =
    setup.errorLog === undefined
      ? []
      : [{ path: setup.errorLog, to: 'stderr' as const, reason: sentence`error_log; the master process opens it.` }];
  const access = setup.pools.flatMap((pool) => {
    const path = last(pool.entries, 'access.log');
    return path?.startsWith('/')
      ? [
          {
            path,
            to: 'stdout' as const,
            reason: sentence`access.log of pool ${pool.name}; the master process opens it.`,
          },
        ]
      : [];
  });
  const php = setup.pools.flatMap((pool) => {
    const path = last(pool.entries, 'php_admin_value[error_log]') ?? last(pool.entries, 'php_value[error_log]');
    return path?.startsWith('/')
      ? [{ path, to: 'volume' as const, reason: sentence`error_log of pool ${pool.name}; its workers open it.` }]
      : [];
  });
  return [...main, ...access, ...php];
}

function directoriesOf(setup: PhpFpmSetup): WorkloadPart['directories'] {
  const sockets = setup.pools
    .filter((pool) => pool.listen.startsWith('/'))
    .map((pool) => ({ path: dirname(pool.listen), reason: sentence`Socket of pool ${pool.name}.` }));
  const pid =
    setup.pidFile === undefined ? [] : [{ path: dirname(setup.pidFile), reason: sentence`Directory of the pid file.` }];
  const usual =
    sessionsOf(setup).length > 0
      ? []
      : [{ path: '/var/lib/php/sessions', reason: sentence`PHP's session files (session.save_path).` }];
  return [...sockets, ...pid, ...usual];
}

function extensionPackages(server: Server, program: string): WorkloadPart['packages'] {
  const version = /([\d.]+)$/.exec(basename(program))?.[1];
  return version === undefined ? [] : phpExtensionPackages(server, version);
}

/** Session files are state: they outlive the request, and replicas would have to share them. */
function sessionsOf(setup: PhpFpmSetup): { path: string; reason: string }[] {
  return setup.pools.flatMap((pool) => {
    const path =
      last(pool.entries, 'php_admin_value[session.save_path]') ?? last(pool.entries, 'php_value[session.save_path]');
    return path?.startsWith('/') ? [{ path, reason: sentence`session.save_path of pool ${pool.name}` }] : [];
  });
}
