import { dirname, resolvePath } from '../support/paths.ts';
import type { ProcessTree } from '../support/process-tree.ts';

export interface NginxStart {
  program: string;
  main: string;
  /** Options to keep: `-c`, `-p`, `-e`, and `-g` without what makes it a daemon. */
  options: string[];
  globals: string;
}

/** How this nginx was started. Its own title in /proc repeats the arguments: `nginx: master process /usr/sbin/nginx -c x`. */
export function locateNginx(tree: ProcessTree): NginxStart {
  const program = tree.root.exe ?? tree.unit?.execStart[0]?.[0] ?? '/usr/sbin/nginx';
  const argv =
    tree.unit?.execStart[0] ??
    tree.root.argv
      .join(' ')
      .replace(/^nginx: master process /, '')
      .split(/\s+/);
  const prefix = optionOf(argv, '-p');
  const written = optionOf(argv, '-c');
  const root = prefix ?? (/^\/usr\/s?bin\//.test(program) ? '/etc/nginx' : dirname(dirname(program)));
  const fallback = root === '/etc/nginx' ? '/etc/nginx/nginx.conf' : `${root}/conf/nginx.conf`;
  const globals = (optionOf(argv, '-g') ?? '').replace(/\b(daemon|master_process)\s+\w+\s*;?/g, '').trim();
  const kept = (['-p', '-c', '-e'] as const).flatMap((option) => {
    const value = optionOf(argv, option);
    return value === undefined ? [] : [option, value];
  });
  return { program, main: written === undefined ? fallback : resolvePath(root, written), options: kept, globals };
}

function optionOf(argv: string[], option: string): string | undefined {
  const index = argv.indexOf(option);
  return index < 0 ? undefined : argv[index + 1];
}
