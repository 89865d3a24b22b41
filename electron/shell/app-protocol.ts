import { ReadableStream } from 'node:stream/web';
import { type Protocol, protocol } from 'electron';
import { pageHeaders } from '../local/content-security.ts';
import { readStaticFile } from '../local/static-files.ts';
import { appScheme, crashPath } from './origin.ts';

/** To be called before the app is ready: later, the scheme would count as a foreign one. */
export function declareAppScheme(): void {
  const privileges = { standard: true, secure: true, supportFetchAPI: true, codeCache: true };
  protocol.registerSchemesAsPrivileged([{ scheme: appScheme, privileges }]);
}

/** Serves the built page, and the page for a crash, which needs nothing that might have caused it. */
export function serveAppScheme(session: Protocol, folder: string, crashPage: () => string): void {
  session.handle(appScheme, async ({ url }) => {
    const { hostname, pathname } = new URL(url);
    if (hostname !== 'slipway') return plain(404, 'Not found');
    if (pathname === crashPath) return answer('text/html; charset=utf-8', crashPage());
    const file = await readStaticFile(folder, pathname);
    return file === undefined ? plain(404, 'Not found') : answer(file.type, inOnePiece(file.body));
  });
}

/** A response copies what its body is made of, megabytes that stay for a while; a stream it only hands on. */
function inOnePiece(body: Uint8Array): ReadableStream<Uint8Array> {
  return new ReadableStream({
    start(controller) {
      controller.enqueue(body);
      controller.close();
    },
  });
}

function answer(type: string, body: string | ReadableStream<Uint8Array>): Response {
  return new Response(body, { headers: { ...pageHeaders(), 'Content-Type': type } });
}

function plain(status: number, text: string): Response {
  return new Response(text, { status, headers: { ...pageHeaders(), 'Content-Type': 'text/plain' } });
}
