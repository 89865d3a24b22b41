/** Where `slipway serve` takes the page's WebSocket. */
export const enginePath = '/engine';

/** What the page, the preload and the window's process say to each other before the contract takes over. */
export const portMessages = {
  /** Page → preload → main, with the one end of a channel; the engine gets it. */
  connect: 'slipway:connect',
  /** Main → preload → page: the engine's process is gone, and with it every port. */
  lost: 'slipway:lost',
} as const;

/** What the preload leaves in the page's world: that the page runs in the app's window. */
export const windowMark = 'slipwayWindow';

/** What else the preload leaves there: tells the path of a file that was dropped on the page, which no message can. */
export const pathMark = 'slipwayPathOf';
