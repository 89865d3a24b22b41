import { app, Menu, shell } from 'electron';
import type { Preferences } from '../../shared/model/shell.ts';
import { type MenuActions, menuTemplate } from './menu-template.ts';
import type { Texts } from './texts.ts';

interface AppMenuOptions {
  preferences: Preferences;
  words: Texts;
  logs: string;
  actions: Pick<MenuActions, 'send' | 'prefer'>;
}

/** Sets the menu of all windows, anew whenever the language or a choice in it has changed. */
export function setAppMenu({ preferences, words, logs, actions }: AppMenuOptions): void {
  app.setAboutPanelOptions({
    applicationName: 'Slipway',
    applicationVersion: app.getVersion(),
    copyright: words.aboutText,
    credits: `Electron ${process.versions.electron} · Chromium ${process.versions.chrome} · Node.js ${process.versions.node}`,
  });
  const template = menuTemplate({
    ...{ words, preferences, platform: process.platform, development: !app.isPackaged },
    actions: { ...actions, about: () => app.showAboutPanel(), showLogs: () => void shell.openPath(logs) },
  });
  Menu.setApplicationMenu(Menu.buildFromTemplate(template));
}
