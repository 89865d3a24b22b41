import type { Listener, Process, Unit } from '../../../../shared/model/facts.ts';
import type { Server } from './server.ts';

/** Processes that make up one service: the first one and all that it started. */
export interface ProcessTree {
  root: Process;
  /** The root included; sorted by pid. */
  members: Process[];
  /** The systemd service that runs it, where one does. */
  unit: Unit | undefined;
}

/** What the tree listens on. */
export function listenersOf(server: Server, tree: ProcessTree): Listener[] {
  const pids = new Set(tree.members.map((member) => member.pid));
  return server.facts.listeners.filter((listener) => listener.pids.some((pid) => pids.has(pid)));
}

/** TCP ports that the tree listens on, ascending. */
export function tcpPortsOf(server: Server, tree: ProcessTree): number[] {
  const ports = listenersOf(server, tree).filter((listener) => listener.protocol === 'tcp');
  return [...new Set(ports.map((listener) => listener.port))].sort((a, b) => a - b);
}

/** The tree's open files on disk (no sockets, pipes or deleted ones). */
export function openFilesOf(tree: ProcessTree): Process['openFiles'] {
  return tree.members
    .flatMap((member) => member.openFiles)
    .filter((file) => file.path.startsWith('/') && !file.deleted);
}

/** A variable of the root process, else of its unit. */
export function variableOf(tree: ProcessTree, name: string): string | undefined {
  const own = tree.root.environment.find((entry) => entry.name === name);
  return (own ?? tree.unit?.environment.find((entry) => entry.name === name))?.value;
}

/**
 * The arguments the service was started with: of the unit where it started this very process, since many services
 * overwrite their own in /proc; else those of the process.
 */
export function argumentsOf(tree: ProcessTree): string[] {
  const started = tree.unit?.execStart[0];
  return started && isStartedAsUnitSays(tree) ? withVariables(started, tree) : tree.root.argv;
}

/** Whether the unit's own command is what runs, as against one that put itself into the background. */
export function isStartedAsUnitSays({ unit, root }: ProcessTree): boolean {
  return unit?.execStart[0] !== undefined && unit.type !== 'forking' && unit.mainPid === root.pid;
}

/**
 * Variables in a unit's command line as systemd replaces them (systemd.service(5)): `${NAME}` within a word, `$NAME` as
 * a word of its own by as many words as it holds, none where it is empty, and `$$` by a dollar sign.
 */
export function withVariables(argv: string[], tree: ProcessTree): string[] {
  return argv.flatMap((word, index) => {
    if (index === 0 || !word.includes('$')) return [word];
    const whole = /^\$([A-Za-z_]\w*)$/.exec(word)?.[1];
    if (whole !== undefined) return (variableOf(tree, whole) ?? '').split(/\s+/).filter((part) => part !== '');
    return [
      word.replace(/\$\$|\$\{([A-Za-z_]\w*)\}/g, (_text, name?: string) =>
        name === undefined ? '$' : (variableOf(tree, name) ?? ''),
      ),
    ];
  });
}
