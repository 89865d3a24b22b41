import { ownValue } from '../../../../shared/text/own-value.ts';
import { linuxSignals } from '../../text/linux-signals.ts';

/** A signal's name from systemd's number; real-time signals as `SIGRTMIN+N`. */
export function signalName(text: string): string {
  const number = Number(text);
  if (number >= 34 && number <= 64) return `SIGRTMIN+${number - 34}`;
  return ownValue(linuxSignals, text) ?? (/^SIG[A-Z0-9+]+$/.test(text) ? text : 'SIGTERM');
}
