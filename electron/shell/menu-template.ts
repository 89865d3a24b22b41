import type { MenuItemConstructorOptions } from 'electron';
import type { Preferences, ShellCommand } from '../../shared/model/shell.ts';
import type { Texts } from './texts.ts';

export interface MenuActions {
  send(command: ShellCommand): void;
  prefer(change: Partial<Preferences>): void;
  about(): void;
  showLogs(): void;
}

interface MenuOptions {
  words: Texts;
  preferences: Preferences;
  platform: NodeJS.Platform;
  /** Whether the tools of a developer are offered. */
  development: boolean;
  actions: MenuActions;
}

type Item = MenuItemConstructorOptions;
const line: Item = { type: 'separator' };

/** The menu as data; what is chosen goes to the page as a command, which does the same as its own buttons do. */
export function menuTemplate(options: MenuOptions): Item[] {
  const mac: Item[] = options.platform === 'darwin' ? [{ role: 'appMenu' }] : [];
  return [...mac, fileMenu(options), editMenu(options), viewMenu(options), goMenu(options), helpMenu(options)];
}

function fileMenu({ words, platform, actions }: MenuOptions): Item {
  const command = commands(actions);
  return {
    label: words.file,
    submenu: [
      command(words.newProject, 'CmdOrCtrl+N', { command: 'new-project' }),
      command(words.openProject, 'CmdOrCtrl+O', { command: 'open-project' }),
      command(words.closeProject, 'CmdOrCtrl+Shift+W', { command: 'close-project' }),
      line,
      command(words.preferences, 'CmdOrCtrl+,', { command: 'preferences' }),
      line,
      { role: platform === 'darwin' ? 'close' : 'quit' },
    ],
  };
}

function editMenu({ words, actions }: MenuOptions): Item {
  const command = commands(actions);
  const roles = ['undo', 'redo', 'cut', 'copy', 'paste', 'selectAll'] as const;
  return {
    label: words.edit,
    submenu: [
      ...roles.map((role): Item => ({ role })),
      line,
      command(words.find, 'CmdOrCtrl+F', { command: 'find' }),
      command(words.findInFiles, 'CmdOrCtrl+Shift+F', { command: 'find-in-files' }),
    ],
  };
}

function viewMenu({ words, preferences, development, actions }: MenuOptions): Item {
  const command = commands(actions);
  const theme = (value: Preferences['theme']): Item => ({
    ...{ label: words[value], type: 'radio', checked: preferences.theme === value },
    click: () => actions.prefer({ theme: value }),
  });
  const language = (value: Preferences['language'], label: string): Item => ({
    ...{ label, type: 'radio', checked: preferences.language === value },
    click: () => actions.prefer({ language: value }),
  });
  return {
    label: words.view,
    submenu: [
      command(words.commandPalette, 'CmdOrCtrl+Shift+P', { command: 'command-palette' }),
      line,
      { label: words.theme, submenu: [theme('system'), theme('light'), theme('dark')] },
      {
        label: words.language,
        submenu: [language('system', words.system), language('en', 'English'), language('zh', '简体中文')],
      },
      line,
      ...(['resetZoom', 'zoomIn', 'zoomOut', 'togglefullscreen'] as const).map((role): Item => ({ role })),
      ...(development ? [line, { role: 'reload' } as Item, { role: 'toggleDevTools' } as Item] : []),
    ],
  };
}

function goMenu({ words, actions }: MenuOptions): Item {
  const command = commands(actions);
  const step = (label: string, place: number, to: Extract<ShellCommand, { command: 'go' }>['to']) =>
    command(label, `CmdOrCtrl+${place}`, { command: 'go', to });
  return {
    label: words.go,
    submenu: [
      command(words.nextStep, 'CmdOrCtrl+Alt+Right', { command: 'next-step' }),
      command(words.previousStep, 'CmdOrCtrl+Alt+Left', { command: 'previous-step' }),
      line,
      step(words.start, 1, 'start'),
      step(words.connect, 2, 'connect'),
      step(words.inventory, 3, 'inventory'),
      step(words.plan, 4, 'plan'),
      step(words.editFiles, 5, 'edit'),
      step(words.run, 6, 'run'),
      step(words.export, 7, 'export'),
    ],
  };
}

function helpMenu({ words, actions }: MenuOptions): Item {
  const command = commands(actions);
  return {
    label: words.help,
    role: 'help',
    submenu: [
      command(words.shortcuts, 'CmdOrCtrl+/', { command: 'shortcuts' }),
      { label: words.logs, click: actions.showLogs },
      line,
      { label: words.about, click: actions.about },
    ],
  };
}

function commands(actions: MenuActions) {
  return (label: string, accelerator: string, command: ShellCommand): Item => ({
    ...{ id: 'to' in command ? `${command.command}-${command.to}` : command.command, label, accelerator },
    click: () => actions.send(command),
  });
}
