/** Whether a relative path, with `/`, stays inside the folder that it is relative to. Says nothing of links. */
export function isInside(path: string): boolean {
  return path.split('/').every((part) => part !== '' && part !== '.' && part !== '..' && !/[\0\\]/.test(part));
}
