/** Whether a path lies in a directory's tree; a directory does not lie in itself. */
export function isBelow(path: string, directory: string): boolean {
  return path !== directory && path.startsWith(directory === '/' ? '/' : `${directory}/`);
}

/** A path without the slashes at its end. */
export function trimSlash(path: string): string {
  return path.replace(/\/+$/, '') || '/';
}
