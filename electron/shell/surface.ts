import { existsSync } from 'node:fs';
import { isAbsolute } from 'node:path';
import { app, type BrowserWindow, dialog, Notification, shell } from 'electron';
import type { ShellInfo } from '../../shared/model/shell.ts';
import { spokenLanguage } from '../../shared/text/spoken-language.ts';
import type { ShellParts } from '../local/shell-router.ts';
import { isExternalLink } from './external-link.ts';

interface SurfaceOptions {
  /** Undefined while no window is open. */
  window(): BrowserWindow | undefined;
  logs: string;
}

/** What the desktop offers the page. */
export function createSurface({ window, logs }: SurfaceOptions): ShellParts['surface'] {
  return {
    info: () => ({ ...systemInfo(), logs }),
    async openDialog({ kind, title, path, filters = [] }) {
      const options = {
        ...(title === undefined ? {} : { title }),
        ...(path === undefined ? {} : { defaultPath: path }),
        filters,
      };
      const chosen = await (kind === 'save' ? chooseNew(window(), options) : chooseExisting(window(), kind, options));
      return chosen === undefined ? {} : { path: chosen };
    },
    async openExternal({ url }) {
      if (!isExternalLink(url)) return { opened: false };
      await shell.openExternal(url);
      return { opened: true };
    },
    showItem({ path }) {
      const shown = isAbsolute(path) && existsSync(path);
      if (shown) shell.showItemInFolder(path);
      return { shown };
    },
    notify({ title, body }) {
      const target = window();
      if (target === undefined || target.isFocused() || !Notification.isSupported()) return { shown: false };
      const notification = new Notification({ title, body });
      notification.on('click', () => bringForward(target));
      notification.show();
      return { shown: true };
    },
  };
}

export function bringForward(window: BrowserWindow): void {
  if (window.isMinimized()) window.restore();
  window.show();
  window.focus();
}

function systemInfo(): ShellInfo {
  return {
    version: app.getVersion(),
    surface: 'window',
    platform: process.platform,
    home: app.getPath('home'),
    language: spokenLanguage(app.getPreferredSystemLanguages()),
    nativeDialogs: true,
  };
}

async function chooseNew(window: BrowserWindow | undefined, options: Electron.SaveDialogOptions) {
  const { filePath } = await (window ? dialog.showSaveDialog(window, options) : dialog.showSaveDialog(options));
  return filePath || undefined; // a closed dialog gives an empty path in some releases
}

async function chooseExisting(
  window: BrowserWindow | undefined,
  kind: 'folder' | 'file',
  rest: Electron.OpenDialogOptions,
) {
  const folder = ['openDirectory', 'createDirectory'] as const;
  const options: Electron.OpenDialogOptions = { ...rest, properties: kind === 'folder' ? [...folder] : ['openFile'] };
  const { filePaths } = await (window ? dialog.showOpenDialog(window, options) : dialog.showOpenDialog(options));
  return filePaths[0];
}
