import type { Workload } from '../../../../shared/model/plan.ts';
import { sentence } from '../../../../shared/text/sentence.ts';

type Exclude = Workload['files']['exclude'][number];

/** Left out of every payload. Patterns as in .gitignore, anchored at `/`; no negation, so their order is free. */
const always: Exclude[] = [
  ...['/proc', '/sys', '/dev', '/run', '/var/run', '/var/lock', '/tmp', '/var/tmp', '/lost+found'].map((pattern) => ({
    pattern,
    reason: sentence`made anew by the system at every start`,
  })),
  ...['/var/cache', '/root/.cache', '/home/*/.cache', '/**/__pycache__', '/**/.npm', '/**/.ccache'].map((pattern) => ({
    pattern,
    reason: sentence`cache`,
  })),
  ...['/var/log', '/**/*.log', '/**/*.log.[0-9]*', '/**/nohup.out'].map((pattern) => ({
    pattern,
    reason: sentence`log`,
  })),
  ...['/**/*.pid', '/**/*.sock', '/**/.*.sw[a-p]', '/**/core.[0-9]*'].map((pattern) => ({
    pattern,
    reason: sentence`left by a running process`,
  })),
  ...[
    '/**/*~',
    '/**/*.bak',
    '/**/*.orig',
    '/**/*.old',
    '/**/*.dpkg-old',
    '/**/*.dpkg-dist',
    '/**/*.dpkg-new',
    '/**/*.ucf-old',
    '/**/*.ucf-dist',
    '/**/*.rpmsave',
    '/**/*.rpmnew',
    '/var/backups',
    '/**/.Trash*',
  ].map((pattern) => ({ pattern, reason: sentence`backup` })),
  ...['/**/.git', '/**/.svn', '/**/.hg', '/**/.bzr', '/**/CVS'].map((pattern) => ({
    pattern,
    reason: sentence`version control, not needed to run`,
  })),
  ...['/root', '/home/*'].flatMap((home) =>
    [
      '.ssh',
      '.gnupg',
      '.bash_history',
      '.mysql_history',
      '.psql_history',
      '.lesshst',
      '.viminfo',
      '.aws',
      '.kube',
      '.docker',
    ].map((name) => ({ pattern: `${home}/${name}`, reason: sentence`a person's own, not the service's` })),
  ),
  ...[
    '/usr/share/man',
    '/usr/local/share/man',
    '/usr/share/info',
    '/usr/share/lintian',
    '/usr/share/doc-base',
    '/usr/share/bug',
    '/usr/share/help',
    '/usr/share/bash-completion',
    '/usr/share/zsh',
    '/usr/share/apport',
    ...allBut('/usr/share/doc/*', 'copyright'),
  ].map((pattern) => ({ pattern, reason: sentence`documentation; licences stay` })),
];

/**
 * What only a compiler, a linker or a packager reads. Below the system's own directories: elsewhere such names belong to
 * applications. libtool's `.la` files stay, since programs find their plug-ins through them (libltdl).
 */
const development: Exclude[] = [
  ['/usr/include', sentence`C headers`],
  ['/usr/lib/**/*.h', sentence`C headers`],
  ['/usr/lib/**/*.a', sentence`static libraries`],
  ['/usr/lib/**/*.o', sentence`object files`],
  ...['/usr/lib/pkgconfig', '/usr/lib/*/pkgconfig', '/usr/share/pkgconfig'].map((path) => [
    path,
    sentence`compiler settings`,
  ]),
  ...['/usr/lib/cmake', '/usr/lib/*/cmake', '/usr/share/aclocal'].map((path) => [path, sentence`compiler settings`]),
].map(([pattern = '', what]) => ({
  pattern,
  reason: sentence`${what}, of use only to a compiler, which the service has not`,
}));

const compilers = /^(gcc|g\+\+|c\+\+|cpp|clang|tcc|golang|rustc|gfortran)(-?[\d.]+)?(-[a-z0-9_]+-linux-[a-z0-9]+)?$/;

/** Read by those who debug, edit or test on the machine, never by what runs. */
const tooling: Exclude[] = [
  ['/usr/lib/debug', sentence`debug symbols`],
  ['/usr/share/gdb', sentence`for a debugger`],
  ['/usr/share/gcc*/python', sentence`for a debugger`],
  ['/usr/share/vim/addons', sentence`for an editor`],
  ['/usr/share/vim/registry', sentence`for an editor`],
  ['/usr/share/emacs/site-lisp', sentence`for an editor`],
  ['/usr/share/fish', sentence`completion in a shell`],
  ['/usr/lib/python[23]*/lib-dynload/_test*', sentence`Python's tests of itself`],
  // But for perldiag.pod, which `use diagnostics` reads.
  ...['/usr/share', '/usr/lib', '/usr/lib/*'].flatMap((directory) =>
    allBut(`${directory}/perl*/**`, 'perldiag').map((pattern) => [`${pattern}.pod`, sentence`manuals of Perl modules`]),
  ),
].map(([pattern = '', reason = '']) => ({ pattern, reason }));

/** The excludes of one workload: the common ones, unused translations, and what the person adds. */
export function excludesFor(
  locales: string[],
  packages: { name: string }[],
  own: Exclude[],
  asked: string[],
): Exclude[] {
  const languages = [
    ...new Set(locales.map((name) => /^([a-z]{2,3})(_|\.|@|$)/.exec(name)?.[1]).filter((name) => name !== undefined)),
  ].filter((name) => name !== 'en');
  const [only, ...others] = languages;
  const unused =
    others.length > 0 ? [] : only === undefined ? ['/usr/share/locale/*'] : allBut('/usr/share/locale', only);
  return [
    ...always,
    ...tooling,
    ...(packages.some(({ name }) => compilers.test(name)) ? [] : development),
    ...unused.map((pattern) => ({
      pattern,
      reason: sentence`translation into a language that the service does not use`,
    })),
    ...own,
    ...asked.map((pattern) => ({ pattern, reason: sentence`asked for by the person` })),
  ];
}

/** Patterns that match every name in a directory that does not start as `name` does. */
function allBut(directory: string, name: string): string[] {
  return [...name.slice(0, 3)].map((char, index) => `${directory}/${name.slice(0, index)}[!${char}]*`);
}
