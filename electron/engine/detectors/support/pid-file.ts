import { openFilesOf, type ProcessTree } from './process-tree.ts';
import type { Server } from './server.ts';

const pidFiles = /\/(?:var\/)?run\/[\w./@+-]+\.pid\b/g;

/** Where a daemon writes its process id: as its unit says, as it holds it open, or as a text or its program names it. */
export function pidFileOf(server: Server, tree: ProcessTree): string | undefined {
  const told = tree.unit?.pidFile || openFilesOf(tree).find((file) => file.path.endsWith('.pid'))?.path;
  if (told) return told;
  return namedBy(server, tree).find((path) => server.lookAt(canonicalRun(path))?.type === 'file');
}

/** The script that starts it knows first, then its arguments, then the program itself. */
function namedBy(server: Server, { unit, root }: ProcessTree): string[] {
  const starter = unit?.execStart[0]?.[0];
  const script = starter?.startsWith('/') && starter !== root.exe ? (server.read(starter)?.content ?? '') : '';
  const own = root.exe === undefined || server.ownerOf(root.exe) ? [] : server.namesIn(root.exe);
  const found = [script, ...root.argv, ...own].flatMap((text) => text.match(pidFiles) ?? []);
  return [...new Set(found)];
}

/** /var/run and /var/lock are links into /run on every distribution of the last decade. */
export function canonicalRun(path: string): string {
  return path.replace(/^\/var\/(run|lock)(?=\/|$)/, (_whole, name: string) => (name === 'run' ? '/run' : '/run/lock'));
}
