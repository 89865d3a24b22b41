import { sentence } from '../../../../shared/text/sentence.ts';
import type { WorkloadPart } from '../../detectors/support/part.ts';
import type { ProcessTree } from '../../detectors/support/process-tree.ts';
import type { Server } from '../../detectors/support/server.ts';
import { parseEnvironmentFile } from './environment-file.ts';

export interface Variable {
  name: string;
  value: string;
  reason: string;
}

/** A person's or systemd's own, without meaning for the service. */
const noise =
  /^(_|SHLVL|PWD|OLDPWD|SHELL|TERM|COLORTERM|LOGNAME|USER|USERNAME|MAIL|HOME|HOSTNAME|LS_COLORS|LESS(OPEN|CLOSE)|PS1|EDITOR|PAGER|DISPLAY|XAUTHORITY|STY|WINDOW|TMUX.*|SSH_.*|SUDO_.*|XDG_.*|DBUS_.*|INVOCATION_ID|JOURNAL_STREAM|NOTIFY_SOCKET|LISTEN_(PID|FDS|FDNAMES)|MAINPID|MANAGERPID|WATCHDOG_.*|SYSTEMD_.*|MEMORY_PRESSURE_.*|CREDENTIALS_DIRECTORY|EXIT_(CODE|STATUS)|SERVICE_RESULT|REMOTE_ADDR|REMOTE_PORT|TRIGGER_.*|PIDFILE|container|container_uuid|HISTCONTROL|HISTSIZE|APACHE_STARTED_BY_SYSTEMD|PG_GRANDPARENT_PID|PG_OOM_ADJUST_FILE|_WSREP_START_POSITION|PREVLEVEL|RUNLEVEL|UPSTART_.*|INIT_VERSION|CONSOLE|BOOT_IMAGE|recovery|SUPERVISOR_.*|NODE_CHANNEL_(FD|SERIALIZATION_MODE)|NODE_UNIQUE_ID|HAPROXY_.*)$/;
const usualPath =
  /^(\/usr\/local\/sbin:)?(\/usr\/local\/bin:)?(\/usr\/sbin:)?\/usr\/bin(:\/sbin)?(:\/bin)?(:\/snap\/bin)?$/;

/**
 * The service's environment: of the process, with the unit's and its EnvironmentFile's word for where each variable
 * comes from, and in their stead where /proc may not be read.
 */
export function variablesOf(server: Server, tree: ProcessTree, part: WorkloadPart): Variable[] {
  const found = new Map<string, Variable>();
  for (const { name, value } of tree.root.environment)
    found.set(name, { name, value, reason: sentence`Set for the process on the server.` });
  for (const variable of declared(server, tree)) {
    const running = found.get(variable.name);
    found.set(variable.name, { ...variable, value: running?.value ?? variable.value });
  }
  for (const variable of part.environment) found.set(variable.name, variable);
  const variables = [...found.values()].filter(
    ({ name, value }) => !noise.test(name) && !(name === 'PATH' && usualPath.test(value)),
  );
  return hasOwnLocale(variables) ? variables : variables.filter(({ name }) => !localeName.test(name));
}

const localeName = /^(?:LANG|LC_[A-Z]+)$/;

/** `C` and `POSIX` are what holds where nothing is set. */
function hasOwnLocale(variables: Variable[]): boolean {
  return variables.some(({ name, value }) => localeName.test(name) && !/^(?:C|POSIX|)$/.test(value));
}

/** What the unit sets, a later EnvironmentFile over an earlier one over Environment=. */
function declared(server: Server, tree: ProcessTree): Variable[] {
  const { unit } = tree;
  if (!unit) return [];
  const inUnit = unit.environment.map((entry) => ({ ...entry, reason: sentence`Environment= of ${unit.name}` }));
  const inFiles = unit.environmentFiles.flatMap(({ path }) =>
    parseEnvironmentFile(server.read(path)?.content ?? '').map((entry) => ({
      ...entry,
      reason: sentence`EnvironmentFile ${path}`,
    })),
  );
  return [...inUnit, ...inFiles];
}
