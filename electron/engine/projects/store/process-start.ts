import { readFileSync } from 'node:fs';

/**
 * When a process of this machine began, in the kernel's own count: what tells it from a later one with the same number.
 * Undefined where the system has no `/proc`, or there is no such process. See proc_pid_stat(5), field 22.
 */
export function processStart(pid: number): string | undefined {
  return fieldsOf(pid)?.at(19);
}

/** Whether a process has ended and only nobody has asked after it: where no init does so, as in many containers, for good. */
export function isZombie(pid: number): boolean {
  return fieldsOf(pid)?.at(0) === 'Z';
}

function fieldsOf(pid: number): string[] | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The second field is the program's name in parentheses, which may hold anything.
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  } catch {
    return undefined;
  }
}
