import { BrowserWindow, nativeTheme, screen } from 'electron';
import { openSettingsFile } from '../local/settings-file.ts';
import { openingBounds, smallest, type WindowState, windowStateSchema } from './window-state.ts';

interface WindowOptions {
  /** Where the settings are kept. */
  settings: string;
  preload: string;
  /** The page to show. */
  page: string;
  icon: string;
}

/** The app's one window, where the person left it. */
export function openWindow({ settings, preload, page, icon }: WindowOptions): BrowserWindow {
  const initial: WindowState = { maximized: false };
  const file = openSettingsFile(settings, 'window', windowStateSchema, initial);
  const { bounds, maximized } = file.read();
  const window = new BrowserWindow({
    ...openingBounds(bounds, workAreas()),
    ...{ minWidth: smallest.width, minHeight: smallest.height },
    show: false,
    title: 'Slipway',
    icon,
    // Until the page has painted: no white flash in the dark.
    backgroundColor: nativeTheme.shouldUseDarkColors ? '#1a1b1e' : '#ffffff',
    webPreferences: {
      preload,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webviewTag: false,
      // Its dictionaries would be downloaded.
      spellcheck: false,
    },
  });
  if (maximized) window.maximize();
  window.once('ready-to-show', () => window.show());
  window.on('close', () => file.write({ bounds: window.getNormalBounds(), maximized: window.isMaximized() }));
  void window.loadURL(page);
  return window;
}

/** The part of each screen that no panel covers, the main screen's first. */
function workAreas() {
  const main = screen.getPrimaryDisplay();
  const rest = screen.getAllDisplays().filter(({ id }) => id !== main.id);
  return [main, ...rest].map(({ workArea }) => workArea);
}
