/** A name for each path, with as many of its folders as it takes to tell it from the others. */
export function tabNames(paths: readonly string[]): Map<string, string> {
  return new Map(paths.map((path) => [path, shortest(path, paths)]));
}

function shortest(path: string, all: readonly string[]): string {
  const parts = path.split('/');
  for (let count = 1; count < parts.length; count += 1) {
    const name = parts.slice(-count).join('/');
    if (!all.some((other) => other !== path && (other === name || other.endsWith(`/${name}`)))) return name;
  }
  return path;
}
