import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** What the app's bundle leaves outside (vite.main.config.ts): packages that read files beside themselves or look for native parts. */
export const outsideBundle = ['dockerode', 'ssh2'];

/**
 * The names of the folders of node_modules that these packages need: theirs, and those of all that they depend on. What
 * is optional is native and left out, and types are for the compiler.
 */
export function neededPackages(root: string, names: readonly string[] = outsideBundle): string[] {
  const found = new Set<string>();
  const follow = (name: string, from: string) => {
    const folder = folderOf(name, from);
    if (name.startsWith('@types/') || found.has(folder)) return;
    found.add(folder);
    const { dependencies = {}, optionalDependencies = {} } = manifestOf(folder);
    const needed = Object.keys(dependencies).filter((dependency) => !Object.hasOwn(optionalDependencies, dependency));
    for (const dependency of needed) follow(dependency, folder);
  };
  for (const name of names) follow(name, root);
  const top = join(root, 'node_modules/');
  return [...found].map((folder) => folder.slice(top.length)).filter((name) => !name.includes('node_modules/'));
}

/** For electron-builder: leaves out every other package that package.json names, because the bundle holds it already. */
export function withoutBundled(needed: readonly string[]): string[] {
  const scopes = new Set(needed.flatMap((name) => (name.startsWith('@') ? [name.split('/')[0] ?? name] : [])));
  const plain = needed.filter((name) => !name.startsWith('@'));
  const inScope = [...scopes].map((scope) => {
    const own = needed.filter((name) => name.startsWith(`${scope}/`)).map((name) => name.slice(scope.length + 1));
    return `!node_modules/${scope}/!(${own.join('|')})/**`;
  });
  return [`!node_modules/!(${[...scopes, ...plain].join('|')})/**`, ...inScope];
}

/** Where Node finds a package from a folder. */
function folderOf(name: string, from: string): string {
  const folder = join(from, 'node_modules', name);
  if (existsSync(join(folder, 'package.json'))) return folder;
  if (dirname(from) === from) throw new Error(`${name} is not installed.`);
  return folderOf(name, dirname(from));
}

interface Manifest {
  dependencies?: Record<string, string>;
  optionalDependencies?: Record<string, string>;
}

function manifestOf(folder: string): Manifest {
  return JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
}
