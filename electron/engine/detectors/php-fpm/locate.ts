import { basename, dirname } from '../support/paths.ts';
import type { ProcessTree } from '../support/process-tree.ts';

export interface PhpFpmStart {
  program: string;
  main: string;
  prefix: string;
}

/** Its title in /proc names the main file: `php-fpm: master process (/etc/php/8.2/fpm/php-fpm.conf)`. */
export function locatePhpFpm(tree: ProcessTree): PhpFpmStart {
  const program = tree.root.exe ?? tree.unit?.execStart[0]?.[0] ?? '/usr/sbin/php-fpm';
  const titled = /^php-fpm: master process \((\/[^)]+)\)/.exec(tree.root.argv.join(' '))?.[1];
  const argv = tree.unit?.execStart[0] ?? tree.root.argv;
  const option = argv.findIndex((argument) => argument === '--fpm-config' || argument === '-y');
  const given =
    option < 0 ? argv.find((argument) => argument.startsWith('--fpm-config='))?.slice(13) : argv[option + 1];
  return {
    program,
    main: titled ?? given ?? defaultMain(program),
    prefix: program.startsWith('/usr/local/') ? dirname(dirname(program)) : '/usr',
  };
}

/** Compiled-in paths of Debian (`php-fpm8.2`), Alpine (`php-fpm82`), Red Hat and PHP's own build. */
function defaultMain(program: string): string {
  const version = /php-fpm(\d+(?:\.\d+)?)$/.exec(basename(program))?.[1];
  if (program.startsWith('/usr/local/')) return `${dirname(dirname(program))}/etc/php-fpm.conf`;
  if (version === undefined) return '/etc/php-fpm.conf';
  return version.includes('.') ? `/etc/php/${version}/fpm/php-fpm.conf` : `/etc/php${version}/php-fpm.conf`;
}
