import type { IncomingMessage, ServerResponse } from 'node:http';
import { pageHeaders } from '../local/content-security.ts';
import { readStaticFile } from '../local/static-files.ts';
import { messagePage } from './pages.ts';

/** Serves a file of the page to a request that has been let in. */
export type ServeFile = (request: IncomingMessage, response: ServerResponse, pathname: string) => void;

/** The built page. Its scripts and styles carry a hash in their names and may be kept; the page itself may not. */
export function builtPage(folder: string): ServeFile {
  return async (request, response, pathname) => {
    const file = await readStaticFile(folder, pathname);
    if (file === undefined) {
      sendPage(response, 404, messagePage('Not found', 'There is no such page.'));
      return;
    }
    response.writeHead(200, {
      ...pageHeaders([`ws://${request.headers.host}`]),
      'Content-Type': file.type,
      'Cache-Control': pathname.startsWith('/assets/') ? 'private, max-age=31536000, immutable' : 'no-store',
    });
    response.end(file.body);
  };
}

export function sendPage(response: ServerResponse, status: number, page: string, cookie?: string): void {
  response.writeHead(status, {
    ...pageHeaders(),
    'Content-Type': 'text/html; charset=utf-8',
    'Cache-Control': 'no-store',
    ...(cookie === undefined ? {} : { 'Set-Cookie': cookie }),
  });
  response.end(page);
}
