import { isAbsolute } from 'node:path';
import type { ShellCommand } from '../../shared/model/shell.ts';

/**
 * What a `slipway://` link asks: `slipway://open?path=/srv/portal` or `slipway://connect?target=ssh://deploy@portal`.
 * Any page of the web can offer such a link, so it only ever fills in what the person then confirms; undefined for
 * everything else.
 */
export function commandOfLink(link: string): ShellCommand | undefined {
  const url = parse(link);
  if (url?.protocol !== 'slipway:') return undefined;
  const path = url.searchParams.get('path') ?? '';
  const target = url.searchParams.get('target') ?? '';
  if (url.hostname === 'open' && isPath(path)) return { command: 'open-path', path };
  if (url.hostname === 'connect' && isTarget(target)) return { command: 'connect-to', target };
  return undefined;
}

/** What the arguments of a start ask: a link, or a project's folder or file that was opened in the file manager. */
export function commandOfArguments(args: readonly string[]): ShellCommand | undefined {
  const linked = args.map(commandOfLink).find((command) => command !== undefined);
  if (linked !== undefined) return linked;
  const path = args.find((arg) => isPath(arg) && /[/\\]slipway\.ya?ml$/.test(arg));
  return path === undefined ? undefined : { command: 'open-path', path };
}

function parse(link: string): URL | undefined {
  try {
    return new URL(link);
  } catch {
    return undefined;
  }
}

function isPath(text: string): boolean {
  return isAbsolute(text) && !/[\u0000-\u001f]/.test(text) && !text.startsWith('\\\\');
}

function isTarget(text: string): boolean {
  return /^ssh:\/\/(?:[\w.-]+@)?(?:[\w.-]+|\[[\da-f:]+\])(?::\d{1,5})?$/i.test(text);
}
