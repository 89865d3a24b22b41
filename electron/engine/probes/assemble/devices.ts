import type { Process } from '../../../../shared/model/facts.ts';

/** Every container has these, or they are terminals and logs of the system's own. */
const usual =
  /^\/dev\/(null|zero|full|u?random|console|log|tty\S*|pts\/.*|ptmx|fd|stdin|stdout|stderr|shm(\/.*)?|mqueue(\/.*)?|hugepages(\/.*)?|initctl|kmsg|input\/.*|rtc\d*|autofs|char\/.*)$/;

/** Device nodes that processes hold open and a container would not have by itself. */
export function oddDevices(processes: readonly Process[]): string[] {
  const open = processes.flatMap((process) => process.openFiles.map((file) => file.path));
  return [...new Set(open.filter((path) => path.startsWith('/dev/') && !usual.test(path)))].sort();
}
