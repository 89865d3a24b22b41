/** Where the page lives: a scheme of our own, because module workers and a strict policy do not work on files. */
export const appScheme = 'app';
export const appOrigin = `${appScheme}://slipway`;

/** The page that stands in where the real one has crashed. */
export const crashPath = '/crashed';
export const crashAddress = `${appOrigin}${crashPath}`;

/**
 * The address of the page, up to a slash. Only an unpackaged app listens to SLIPWAY_PAGE, where `npm run dev` names its
 * server of the renderer: else whoever sets a variable could put another page in front of the engine.
 */
export function pageAddress(packaged: boolean, environment: NodeJS.ProcessEnv): string {
  const other = packaged ? undefined : environment.SLIPWAY_PAGE;
  return other === undefined ? `${appOrigin}/` : new URL('/', other).href;
}

/** Whether a URL is of the page that the window shows; `page` is what {@link pageAddress} gives. */
export function isOwnPage(url: string, page: string): boolean {
  return url.startsWith(page);
}

/**
 * Whether something in the window may be fetched: what is the page's own, the page for a crash (which a server for
 * development does not have), and the sockets of such a server.
 */
export function mayRequest(url: string, page: string): boolean {
  if (isOwnPage(url, page) || url === crashAddress || /^(data|blob|devtools):/.test(url)) return true;
  const { host, protocol } = new URL(page);
  return protocol === 'http:' && url.startsWith(`ws://${host}/`);
}
