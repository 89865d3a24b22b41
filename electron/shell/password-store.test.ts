import { expect, it } from 'vitest';
import { askSecretService } from './password-store.ts';

function chosen(env: NodeJS.ProcessEnv, { platform = 'linux' as NodeJS.Platform, given = [] as string[] } = {}) {
  const switches = new Map(given.map((name) => [name, 'as given']));
  const commandLine = {
    hasSwitch: (name: string) => switches.has(name),
    appendSwitch: (name: string, value = '') => void switches.set(name, value),
  };
  askSecretService(commandLine, { platform, env });
  return switches.get('password-store');
}

it('asks the Secret Service on desktops that Chromium does not know', () => {
  for (const desktop of ['sway', 'i3', 'LXQt', '', 'GNOME']) {
    expect(chosen({ XDG_CURRENT_DESKTOP: desktop })).toBe('gnome-libsecret');
  }
  expect(chosen({})).toBe('gnome-libsecret');
});

it('leaves KDE its wallet', () => {
  expect(chosen({ XDG_CURRENT_DESKTOP: 'KDE' })).toBeUndefined();
  expect(chosen({ DESKTOP_SESSION: '/usr/share/xsessions/plasma' })).toBeUndefined();
  expect(chosen({ KDE_FULL_SESSION: 'true' })).toBeUndefined();
});

it('leaves the choice of the person, and of other systems', () => {
  expect(chosen({}, { given: ['password-store'] })).toBe('as given');
  expect(chosen({}, { platform: 'darwin' })).toBeUndefined();
});
