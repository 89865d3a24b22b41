import { type App, type Session, shell, type WebContents } from 'electron';
import type { Log } from '../local/log.ts';
import { isExternalLink } from './external-link.ts';
import { isOwnPage, mayRequest } from './origin.ts';

/** Copying text is all that the page may do beyond itself. */
const granted = 'clipboard-sanitized-write';

/** Keeps every page in its place: it goes nowhere else, opens nothing, embeds nothing, and is granted next to nothing. */
export function guardPages(app: App, page: string, log: Log): void {
  app.on('web-contents-created', (_, contents) => guardContents(contents, page, log));
}

function guardContents(contents: WebContents, page: string, log: Log): void {
  contents.on('will-navigate', (event, url) => {
    if (isOwnPage(url, page)) return;
    event.preventDefault();
    log.warn({ url }, 'navigation refused');
  });
  contents.on('will-attach-webview', (event) => event.preventDefault());
  contents.setWindowOpenHandler(({ url }) => {
    if (isExternalLink(url)) void shell.openExternal(url);
    return { action: 'deny' };
  });
}

/** Denies permissions, and every request but what the window is made of. */
export function guardSession(session: Session, page: string): void {
  session.setPermissionRequestHandler((_, permission, answer) => answer(permission === granted));
  session.setPermissionCheckHandler((_, permission) => permission === granted);
  session.setDevicePermissionHandler(() => false);
  session.webRequest.onBeforeRequest(({ url }, answer) => answer({ cancel: !mayRequest(url, page) }));
}
