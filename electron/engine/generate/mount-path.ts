/** A path without the slashes at its end. */
export function trimSlash(path: string): string {
  return path.replace(/\/+$/, '') || '/';
}
