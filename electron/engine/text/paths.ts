/** Whether a path lies in a directory's tree; a directory does not lie in itself. Both are absolute and canonical. */
export function isBelow(path: string, directory: string): boolean {
  return path !== directory && path.startsWith(directory === '/' ? '/' : `${directory}/`);
}
