import { type BrowserWindow, powerMonitor } from 'electron';

const signals = ['SIGTERM', 'SIGINT', 'SIGHUP'] as const;

/**
 * Calls `end` when the app is to go without a person being asked: a signal (`kill`, `systemctl`, Ctrl-C, a session that
 * ends), or a system that shuts down. Electron itself takes a signal for a quit, which asks; for as long as somebody
 * listens to it here, it does not hear it. Windows gives the few seconds in which it ends processes by itself; what a
 * job could not remove in them goes when its project is opened next.
 */
export function onSessionEnd(window: BrowserWindow, end: (why: string) => void): void {
  for (const signal of signals) {
    // Node listens to a signal once, however many ask for it: a library that asked as it was loaded (atomically, which
    // cleans up at `exit` as well) did so before Electron took the signal for itself.
    process.removeAllListeners(signal);
    process.on(signal, () => end(signal));
  }
  window.on('session-end', () => end('session end'));
  // Linux and macOS wait a little for an app that asks for it and then quits by itself.
  powerMonitor.on('shutdown', (event?: Electron.Event) => {
    event?.preventDefault();
    end('shutdown');
  });
}
