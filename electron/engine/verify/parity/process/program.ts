import { basename } from '../../../detectors/support/paths.ts';
import type { ContainerProcess } from './container-snapshot.ts';

const inits = /(?:^|\/)(?:docker-init|init|tini|dumb-init|catatonit)$/;

/** Whether two paths name the same program: `/bin/sh` is `/usr/bin/sh` where /bin is a link, as on merged-/usr systems. */
export function sameProgram(left: string, right: string): boolean {
  const canonical = (path: string) => path.replace(/ \(deleted\)$/, '').replace(/^\/usr\//, '/');
  return canonical(left) === canonical(right);
}

/**
 * The service's own first process in the container: under an init or an entrypoint it is not process 1, so it is the
 * first that runs the program known from the server, or else the first that is no init.
 */
export function mainProcess(
  processes: readonly ContainerProcess[],
  program: string | undefined,
): ContainerProcess | undefined {
  const wanted = program ?? '';
  const known = processes.find((one) => one.exe !== undefined && sameProgram(one.exe, wanted));
  // What changed its user may keep its executable to itself, but not its arguments.
  const named = processes.find((one) => one.exe === undefined && one.argv[0]?.includes(basename(wanted)));
  return known ?? named ?? processes.find((one) => !inits.test(one.exe ?? one.argv[0] ?? '')) ?? processes[0];
}

/**
 * A command line without what only says whether to go into the background; titles that services give themselves
 * (`nginx: master process /usr/sbin/nginx -g daemon off;`) are reduced to the command in them.
 */
export function plainCommand(argv: readonly string[]): string {
  const joined = argv.join(' ').replace(/^[\w.-]+: master process /, '');
  const foreground =
    / (?:-g )?(?:daemon (?:on|off); ?)(?:master_process on;)?| -D ?FOREGROUND\b| -k start\b| --(?:no-?daemon(?:ize)?|foreground|daemonize(?:[ =](?:yes|no))?)(?= |$)/g;
  return joined
    .replace(foreground, '')
    .replace(/\s+/g, ' ')
    .replace(/^\/usr\//, '/')
    .trim();
}
