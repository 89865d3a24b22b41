/**
 * The tree of modules that a file below `node_modules` loads from (Node's own rule: its package's, and those above): the
 * outermost `node_modules`, or of those that npm installed for all (npm-folders(5), `lib/node_modules`) its package.
 */
export function moduleTreeOf(path: string): string | undefined {
  const [, above, inside] = /^(\/(?:.*?\/)?)node_modules\/(.+)$/.exec(path) ?? [];
  if (above === undefined || inside === undefined) return undefined;
  const name = inside.split('/').slice(0, inside.startsWith('@') ? 2 : 1);
  return above.endsWith('/lib/') ? `${above}node_modules/${name.join('/')}` : `${above}node_modules`;
}
