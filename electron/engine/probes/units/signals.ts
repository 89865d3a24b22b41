/** Linux numbers of the signals that stop services: not the laptop's, which may be a Mac. See signal(7). */
const linux: Record<string, string> = {
  '1': 'SIGHUP',
  '2': 'SIGINT',
  '3': 'SIGQUIT',
  '6': 'SIGABRT',
  '9': 'SIGKILL',
  '10': 'SIGUSR1',
  '12': 'SIGUSR2',
  '15': 'SIGTERM',
  '28': 'SIGWINCH',
};

/** A signal's name from systemd's number; real-time signals as `SIGRTMIN+N`. */
export function signalName(text: string): string {
  const number = Number(text);
  if (number >= 34 && number <= 64) return `SIGRTMIN+${number - 34}`;
  return linux[text] ?? (/^SIG[A-Z0-9+]+$/.test(text) ? text : 'SIGTERM');
}
