import type { CommandLine } from 'electron';

const option = 'password-store';

/**
 * On Linux Chromium knows the keychain of a few desktops by their names, and has none on any other, such as sway, i3 or
 * LXQt, though a Secret Service may well run there. So it is told to ask for that everywhere but on KDE, which it knows to
 * have a wallet of its own. Where no Secret Service answers there is no keychain, as before. To be called before `ready`.
 *
 * Source: https://www.electronjs.org/docs/latest/api/safe-storage#safestoragegetselectedstoragebackend-linux
 */
export function askSecretService(
  commandLine: Pick<CommandLine, 'hasSwitch' | 'appendSwitch'>,
  { platform, env }: Pick<NodeJS.Process, 'platform' | 'env'>,
): void {
  if (platform !== 'linux' || isKde(env) || commandLine.hasSwitch(option)) return;
  commandLine.appendSwitch(option, 'gnome-libsecret');
}

function isKde(env: NodeJS.ProcessEnv): boolean {
  const desktop = `${env.XDG_CURRENT_DESKTOP ?? ''}:${env.DESKTOP_SESSION ?? ''}`;
  return env.KDE_FULL_SESSION !== undefined || /kde|plasma/i.test(desktop);
}
