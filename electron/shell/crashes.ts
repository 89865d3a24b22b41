import { type BrowserWindow, dialog } from 'electron';
import type { Log } from '../local/log.ts';
import { appOrigin, crashPath } from './origin.ts';
import type { Texts } from './texts.ts';

interface CrashOptions {
  words(): Texts;
  log: Log;
}

/** A page that is gone is replaced by one that says so; one that hangs can be waited for or reloaded. */
export function watchForCrashes(window: BrowserWindow, { words, log }: CrashOptions): void {
  const { webContents } = window;
  webContents.on('render-process-gone', (_, { reason, exitCode }) => {
    log.error({ reason, exitCode }, 'page gone');
    if (reason !== 'clean-exit' && !window.isDestroyed()) void window.loadURL(`${appOrigin}${crashPath}`);
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
    webContents.forcefullyCrashRenderer();
    webContents.reload();
  });
}
