import type { Process } from '../../../../shared/model/facts.ts';
import { basename } from '../../detectors/support/paths.ts';
import type { Server } from '../../detectors/support/server.ts';

/** Seconds. A service may be younger than this after a reboot, but then it listens or has a unit of its own. */
const youngest = 5;

/** Programs that come and go within a scan, the scan's own among them. */
const passing =
  /^(sh|dash|ash|bash|awk|mawk|gawk|sed|sort|cat|find|xargs|ps|ss|dd|tar|readlink|stat|sleep|timeout|nice|ionice|sudo|dpkg.*|rpm|apk|systemctl|tr|cut|head|od|base64|md5sum|grep)$/;

/**
 * A process that happens to run during the scan: a CGI request, a cron job, the scan itself. It would make the plan of
 * one scan differ from that of the next.
 */
export function isTransient(server: Server, process: Process): boolean {
  const age = Date.parse(server.facts.takenAt) / 1000 - process.startTime;
  if (!(age < youngest)) return false;
  const parent = server.process(process.ppid);
  if (process.unit?.endsWith('.service') && process.exe !== undefined && process.exe === parent?.exe) return false;
  if (server.unit(process.unit ?? '')?.mainPid === process.pid) return false;
  if (server.facts.listeners.some((listener) => listener.pids.includes(process.pid))) return false;
  return passing.test(basename(process.exe ?? process.argv[0] ?? process.comm)) || parent?.exe !== process.exe;
}
