import type { Workload } from '../../../../shared/model/plan.ts';
import { sentence } from '../../../../shared/text/sentence.ts';
import { inForeground } from './foreground-forms.ts';
import { basename } from './paths.ts';
import { pidFileOf } from './pid-file.ts';
import { argumentsOf, type ProcessTree, withVariables } from './process-tree.ts';
import type { Server } from './server.ts';

export interface Foreground {
  command: string[];
  commandReason: string;
  follow?: NonNullable<Workload['follow']>;
  notes: string[];
}

/**
 * The foreground command of a service that nothing special is known of. Systemd's types other than `forking` run in
 * the foreground already, and so does whatever a shell, cron or supervisord started; of a forking one it is known how
 * it stays there, or it is followed.
 */
export function foregroundOf(server: Server, tree: ProcessTree): Foreground {
  const { unit, root } = tree;
  if (unit?.type === 'forking') return followDaemon(server, tree, withVariables(unit.execStart[0] ?? root.argv, tree));
  const argv = argumentsOf(tree);
  const program = argv[0]?.startsWith('/') ? argv[0] : (root.exe ?? argv[0] ?? root.comm);
  const why = unit
    ? sentence`${unit.name} (Type=${unit.type}) runs it in the foreground.`
    : sentence`It has no unit; started as it runs today, it stays in the foreground.`;
  return { command: [program, ...argv.slice(1)], commandReason: why, notes: [] };
}

function followDaemon(server: Server, tree: ProcessTree, started: string[]): Foreground {
  const own = ownArguments(server, tree);
  const name = tree.unit?.name ?? '';
  const foreground = inForeground(own ?? started);
  if (foreground !== undefined) {
    const commandReason = sentence`${name} (Type=forking) puts it into the background; started like this, it stays.`;
    return { command: foreground, commandReason, notes: [] };
  }
  // A script of the system's boot (sysv-init) only leads to the program that then runs.
  const command = own ?? started;
  const pidFile = pidFileOf(server, tree);
  if (pidFile !== undefined) {
    return {
      command,
      commandReason: sentence`${name} (Type=forking) puts itself into the background; the entrypoint follows ${pidFile}.`,
      follow: { pidFile },
      notes: [],
    };
  }
  return {
    command,
    commandReason: sentence`${name} (Type=forking) puts itself into the background; the entrypoint follows what it leaves behind.`,
    follow: {},
    notes: [],
  };
}

/** The running process's arguments, unless it wrote a title over them. */
function ownArguments(server: Server, { root }: ProcessTree): string[] | undefined {
  const [program, ...rest] = root.argv;
  if (root.exe === undefined || program === undefined || program.includes(': ')) return undefined;
  if (basename(program) === basename(root.exe)) return [root.exe, ...rest];
  // A link of the alternatives: /usr/bin/uwsgi is /usr/bin/uwsgi-core.
  const isLink = program.startsWith('/') && server.lookAt(program)?.type === 'symlink';
  return isLink ? [program, ...rest] : undefined;
}
