import { readFile } from 'node:fs/promises';
import { extname, join, normalize, sep } from 'node:path';

const types: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.ttf': 'font/ttf',
  '.wasm': 'application/wasm',
  '.woff': 'font/woff',
  '.woff2': 'font/woff2',
};

export interface StaticFile {
  type: string;
  body: Buffer;
}

/** The file of a folder that a URL's path names; undefined for what is not there, not of a page, or outside. */
export async function readStaticFile(folder: string, pathname: string): Promise<StaticFile | undefined> {
  const path = pathBelow(folder, pathname);
  const type = path === undefined ? undefined : types[extname(path)];
  if (path === undefined || type === undefined) return undefined;
  const body = await readFile(path).catch(() => undefined);
  return body === undefined ? undefined : { type, body };
}

function pathBelow(folder: string, pathname: string): string | undefined {
  const decoded = decode(pathname === '/' ? '/index.html' : pathname);
  if (decoded === undefined || decoded.includes('\0')) return undefined;
  const path = normalize(join(folder, decoded));
  return path.startsWith(folder + sep) ? path : undefined;
}

/** Undefined where the escapes are broken. */
function decode(pathname: string): string | undefined {
  try {
    return decodeURIComponent(pathname);
  } catch {
    return undefined;
  }
}
