/** A path as one writes it in a shell: what lies in the home directory begins with `~`. */
export function shortPath(path: string, home: string): string {
  const rest = path.slice(home.length);
  return home !== '' && path.startsWith(home) && /^[/\\]/.test(rest) ? `~${rest}` : path;
}
