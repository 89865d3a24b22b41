/** Where the page lives: a scheme of our own, because module workers and a strict policy do not work on files. */
export const appScheme = 'app';
export const appOrigin = `${appScheme}://slipway`;

/** The page that stands in where the real one has crashed. */
export const crashPath = '/crashed';

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
