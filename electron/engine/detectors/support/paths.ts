/** Paths of a server, as text: this code runs on a laptop of any system, so `node:path` would be the wrong tool. */

/** `path` made absolute against `base`, with `.`, `..` and doubled slashes resolved. */
export function resolvePath(base: string, path: string): string {
  const full = path.startsWith('/') ? path : `${base}/${path}`;
  const names: string[] = [];
  for (const name of full.split('/')) {
    if (name === '..') names.pop();
    else if (name !== '' && name !== '.') names.push(name);
  }
  return `/${names.join('/')}`;
}

export function dirname(path: string): string {
  const cut = path.lastIndexOf('/');
  return cut <= 0 ? '/' : path.slice(0, cut);
}

export function basename(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

/** Whether `path` is `directory` or lies below it. */
export function isWithin(path: string, directory: string): boolean {
  return path === directory || path.startsWith(directory === '/' ? '/' : `${directory}/`);
}

/** The same file under its other name on a system where /bin, /sbin and /lib are links into /usr. */
export function otherUsrName(path: string): string {
  if (/^\/(bin|sbin|lib|lib32|lib64|libx32)\//.test(path)) return `/usr${path}`;
  return path.replace(/^\/usr(\/(bin|sbin|lib|lib32|lib64|libx32)\/)/, '$1');
}
