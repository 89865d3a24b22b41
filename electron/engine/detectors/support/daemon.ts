import { argumentsOf, listenersOf, openFilesOf, type ProcessTree } from './process-tree.ts';
import type { Server } from './server.ts';

export interface Foreground {
  command: string[];
  commandReason: string;
  follow?: { pidFile: string };
  notes: string[];
}

/**
 * The foreground command of a service that nothing special is known of. Systemd's types other than `forking` run in
 * the foreground already, and so does whatever a shell, cron or supervisord started; a forking one is followed by its
 * pid file.
 */
export function foregroundOf(server: Server, tree: ProcessTree): Foreground {
  const { unit, root } = tree;
  if (unit?.type === 'forking') return followDaemon(server, tree, unit.execStart[0] ?? root.argv);
  const argv = argumentsOf(tree);
  const program = argv[0]?.startsWith('/') ? argv[0] : (root.exe ?? argv[0] ?? root.comm);
  const why = unit
    ? `${unit.name} (Type=${unit.type}) runs it in the foreground.`
    : 'It has no unit; started as it runs today, it stays in the foreground.';
  return { command: [program, ...argv.slice(1)], commandReason: why, notes: [] };
}

function followDaemon(server: Server, tree: ProcessTree, command: string[]): Foreground {
  const pidFile = tree.unit?.pidFile || openPidFile(tree);
  const name = tree.unit?.name ?? '';
  if (pidFile) {
    return {
      command,
      commandReason: `${name} (Type=forking) puts itself into the background; the entrypoint follows ${pidFile}.`,
      follow: { pidFile },
      notes: [],
    };
  }
  const { root } = tree;
  const listens = listenersOf(server, tree).length > 0 ? ' It was seen listening, so this is likely to work.' : '';
  return {
    command: [root.exe ?? root.argv[0] ?? root.comm, ...root.argv.slice(1)],
    commandReason: `${name} is of Type=forking without a PIDFile: the process is started as it runs today.`,
    notes: [`No pid file is known for ${name}; if its command goes into the background, the container ends.${listens}`],
  };
}

function openPidFile(tree: ProcessTree): string | undefined {
  return openFilesOf(tree).find((file) => /\.pid$/.test(file.path))?.path;
}
