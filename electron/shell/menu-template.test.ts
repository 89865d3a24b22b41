import type { MenuItemConstructorOptions } from 'electron';
import { expect, it } from 'vitest';
import { type ShellCommand, shellCommandSchema } from '../../shared/model/shell.ts';
import { menuTemplate } from './menu-template.ts';
import { texts } from './texts.ts';

const sent: ShellCommand[] = [];

function items(platform: NodeJS.Platform, development = false): MenuItemConstructorOptions[] {
  const actions = {
    send: (command: ShellCommand) => void sent.push(command),
    ...{ prefer: () => undefined, about: () => undefined, showLogs: () => undefined },
  };
  const preferences = { theme: 'dark', language: 'en' } as const;
  return flat(menuTemplate({ words: texts.en, preferences, platform, development, actions }));
}

function flat(template: readonly MenuItemConstructorOptions[]): MenuItemConstructorOptions[] {
  return template.flatMap((item) => [item, ...(Array.isArray(item.submenu) ? flat(item.submenu) : [])]);
}

it.each(['linux', 'darwin', 'win32'] as const)('gives no shortcut twice on %s', (platform) => {
  const shortcuts = items(platform).flatMap(({ accelerator }) => (accelerator === undefined ? [] : [accelerator]));
  expect(shortcuts.length).toBeGreaterThan(10);
  expect(new Set(shortcuts).size).toBe(shortcuts.length);
});

it('sends commands that the contract knows', () => {
  sent.length = 0;
  // What only a running Electron can give to a click is not used by any of ours.
  for (const { click } of items('linux')) click?.({} as never, undefined, {} as never);
  expect(sent.length).toBeGreaterThan(10);
  for (const command of sent) expect(shellCommandSchema.safeParse(command).success).toBe(true);
});

it('shows what is chosen', () => {
  const checked = items('linux').filter((item) => item.checked);
  expect(checked.map(({ label }) => label)).toEqual(['Dark', 'English']);
});

it('offers the tools of a developer to developers alone', () => {
  const roles = (development: boolean) => items('linux', development).map(({ role }) => role);
  expect(roles(true)).toContain('toggleDevTools');
  expect(roles(false)).not.toContain('toggleDevTools');
});
