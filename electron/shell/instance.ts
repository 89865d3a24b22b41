import { type App, app } from 'electron';
import { type ShellCommand, shellCommandSchema } from '../../shared/model/shell.ts';
import { commandOfArguments, commandOfLink } from './deep-link.ts';

export const linkScheme = 'slipway';

/**
 * Makes this the one instance; false where another runs already, which has then been told what this start was about.
 * `receive` gets what starts, links and the file manager ask, from the first to the last; undefined is a plain start.
 */
export function becomeTheInstance(receive: (command: ShellCommand | undefined) => void): boolean {
  const own = commandOfArguments(process.argv.slice(1));
  if (!app.requestSingleInstanceLock({ command: own })) return false;
  if (own !== undefined) receive(own);
  app.on('second-instance', (_, _args, _folder, handed) => receive(commandHandedOver(handed)));
  // The two that macOS uses instead of arguments.
  app.on('open-url', (event, url) => {
    event.preventDefault();
    receive(commandOfLink(url));
  });
  app.on('open-file', (event, path) => {
    event.preventDefault();
    receive({ command: 'open-path', path });
  });
  return true;
}

/** A checkout must not take the links of an installed app. */
export function claimLinks(owner: App): void {
  if (owner.isPackaged) owner.setAsDefaultProtocolClient(linkScheme);
}

function commandHandedOver(data: unknown): ShellCommand | undefined {
  if (typeof data !== 'object' || data === null || !('command' in data)) return undefined;
  return shellCommandSchema.safeParse(data.command).data;
}
