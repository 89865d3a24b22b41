import { type BrowserWindow, dialog } from 'electron';
import type { Log } from '../local/log.ts';
import { crashAddress } from './origin.ts';
import type { Texts } from './texts.ts';

interface CrashOptions {
  words(): Texts;
  log: Log;
  /** Whether the session ends, which takes the page's process as well. */
  ending(): boolean;
}

/** A page that is gone is replaced by one that says so; one that hangs can be waited for or reloaded. */
export function watchForCrashes(window: BrowserWindow, { words, log, ending }: CrashOptions): void {
  const { webContents } = window;
  let isReloading = false;
  webContents.on('render-process-gone', (_, { reason, exitCode }) => {
    log.error({ reason, exitCode }, 'page gone');
    if (reason === 'clean-exit' || window.isDestroyed()) return;
    // A window cannot ask a page that is gone whether it may close.
    if (ending()) window.destroy();
    else if (isReloading) webContents.reload();
    else void window.loadURL(crashAddress);
    isReloading = false;
  });
  webContents.on('did-fail-load', (_, code, description, url, isMainFrame) => {
    if (isMainFrame) log.error({ code, description, url }, 'page failed to load');
  });
  webContents.on('preload-error', (_, file, error) => log.error({ file, error }, 'preload failed'));
  window.on('unresponsive', async () => {
    log.warn('page unresponsive');
    const { unresponsive, unresponsiveDetail, wait, crashReload } = words();
    const { response } = await dialog.showMessageBox(window, {
      ...{ type: 'warning', message: unresponsive, detail: unresponsiveDetail },
      ...{ buttons: [wait, crashReload], defaultId: 0, cancelId: 0 },
    });
    if (response === 0 || window.isDestroyed()) return;
    // A page that hangs does not go by itself; as soon as it is gone, it is loaded anew.
    isReloading = true;
    webContents.forcefullyCrashRenderer();
  });
}
