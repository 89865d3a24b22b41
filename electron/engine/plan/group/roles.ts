import type { Process } from '../../../../shared/model/facts.ts';
import { basename } from '../../detectors/support/paths.ts';

/** Programs whose children are services of their own. */
const supervisors =
  /^(systemd|init|upstart|openrc-init|supervise-daemon|supervisord|runsv|runsvdir|runit|s6-.*|svscan|supervise|monit|god|circusd|cron|crond|anacron|atd|screen|SCREEN|tmux|tmux: server|sudo|su|runuser|nohup|setsid|start-stop-daemon|daemon)$/;

/** Supervisors that are scripts: the interpreter runs, the script's name says what it is. */
const supervisorScripts = /\/(supervisord|circusd|god|s6-[a-z]+)$/;

/** Units that start services of several kinds, whose processes therefore do not belong together. */
const gatheringUnits =
  /^(rc-local|rc\.local|supervisor|supervisord|cron|crond|atd|runit|daemontools|monit|screen|tmux|ssh|sshd|dropbear)(@.*)?\.service$/;

const remoteLogins = /^(sshd(-session|-auth)?|dropbear|in\.telnetd|login)$/;
const shells = /^-?(sh|dash|ash|bash|zsh|ksh|mksh|fish|tcsh|csh)$/;

export function programOf(process: Process): string {
  return basename(process.exe ?? process.argv[0] ?? '') || process.comm;
}

export function isSupervisor(process: Process): boolean {
  if (process.pid === 1 || supervisors.test(programOf(process)) || supervisors.test(process.comm)) return true;
  return process.argv.slice(0, 3).some((argument) => supervisorScripts.test(argument));
}

/** A supervisor that is a service itself, as against init and what merely passes a command on. */
export function isServiceManager(process: Process): boolean {
  if (process.kernel || process.container !== undefined || process.pid === 1) return false;
  return (
    isSupervisor(process) && !/^(systemd|init|sudo|su|runuser|nohup|setsid|python[\d.]*)$/.test(programOf(process))
  );
}

/** The PAM session beside a person's own service manager: there as long as somebody is logged in, or was a moment ago. */
export function isSessionKeeper(process: Process): boolean {
  return process.comm === '(sd-pam)' || process.argv[0] === '(sd-pam)';
}

export function isRemoteLogin(process: Process): boolean {
  return remoteLogins.test(programOf(process)) || remoteLogins.test(process.comm);
}

/** A shell that waits for a person, as against one that runs a script. */
export function isInteractiveShell(process: Process): boolean {
  if (!shells.test(programOf(process)) && !shells.test(process.comm)) return false;
  return process.argv.slice(1).every((argument) => argument.startsWith('-') && argument !== '-c');
}

/** A shell that runs one command line and waits for it, as cron and supervisors start what they start. */
export function isCommandShell(process: Process): boolean {
  return shells.test(programOf(process)) && process.argv.length === 3 && process.argv[1] === '-c';
}

/** The unit whose processes belong together, if any. */
export function servicePart(process: Process): string | undefined {
  const { unit } = process;
  if (unit === undefined || !unit.endsWith('.service') || gatheringUnits.test(unit)) return undefined;
  return /^user@\d+\.service$/.test(unit) ? undefined : unit;
}
