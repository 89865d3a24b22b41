import { isBelow } from '../../text/paths.ts';
import { dirname } from './paths.ts';

interface Home {
  /** Directory under which each application has a directory of its own. */
  under: string;
  /** Names under it that are shared by all. */
  shared: RegExp;
}

const nothing = /^$/;
const gathering = /^(www|sites|apps|vhosts|http|https|web)$/;

/** Where applications live by the Filesystem Hierarchy Standard and by habit; the most specific place first. */
const homes: Home[] = [
  {
    under: '/usr/local/lib',
    shared: /^(pkgconfig|cmake|systemd|udev|python[\d.]*|perl[\d.]*|ruby|site_ruby|lua|[^/]*\.so[\d.]*|[^/]*\.a)$/,
  },
  {
    under: '/usr/local/share',
    shared: /^(man|doc|info|locale|ca-certificates|fonts|perl[\d.]*|applications|icons|zsh)$/,
  },
  { under: '/usr/local/libexec', shared: nothing },
  { under: '/usr/local', shared: /^(bin|sbin|lib|lib32|lib64|libexec|share|etc|include|man|src|games|var)$/ },
  { under: '/var/www', shared: /^(vhosts|sites)$/ },
  { under: '/usr/lib/cgi-bin', shared: nothing },
  { under: '/opt', shared: gathering },
  { under: '/srv', shared: gathering },
  { under: '/data', shared: gathering },
  { under: '/app', shared: nothing },
  { under: '/export', shared: /^home$/ },
];

const gatheringPaths = [
  '/srv/www',
  '/srv/sites',
  '/srv/apps',
  '/srv/vhosts',
  '/srv/http',
  '/srv/web',
  '/opt/apps',
  '/opt/sites',
  '/opt/www',
  '/var/www/vhosts',
  '/var/www/sites',
  '/data/www',
  '/data/apps',
];

/**
 * The directory of the application that a file belongs to: `/srv/portal` for `/srv/portal/cgi-bin/report.pl`. Undefined
 * for a file that stands in a shared directory such as `/usr/local/bin` or directly in somebody's home.
 */
export function applicationDirectoryOf(path: string, homeDirectories: string[] = []): string | undefined {
  const gatheringPath = gatheringPaths.find((candidate) => isBelow(path, candidate));
  if (gatheringPath) return childBelow(path, gatheringPath);
  const home = homes.find(({ under }) => isBelow(path, under));
  if (home) {
    const child = childBelow(path, home.under);
    return child === undefined || home.shared.test(child.slice(home.under.length + 1)) ? undefined : child;
  }
  const person = homeDirectories.find((directory) => isPersonal(directory) && isBelow(path, directory));
  if (person) return childBelow(path, person);
  return undefined;
}

/** Users' home directories under which each has applications; system users' homes are applications themselves. */
function isPersonal(directory: string): boolean {
  return directory === '/root' || /^\/(home|export\/home|users)\/[^/]+/.test(directory);
}

/** The directory right below `directory` on the way to `path`; undefined where `path` itself is that child. */
function childBelow(path: string, directory: string): string | undefined {
  const name = path.slice(directory.length + 1).split('/')[0];
  const child = `${directory}/${name}`;
  return child === path ? undefined : child;
}

const generalDirectories =
  /^(\/|\/(bin|sbin|lib\w*|usr|etc|var|home|root|opt|srv|tmp|run|dev|proc|sys|mnt|media|boot|export|data|users)|\/usr\/(s?bin|lib\w*|libexec|share|local|games)|\/usr\/local\/(s?bin|lib\w*|libexec|share|etc)|\/var\/(lib|www|run|tmp|log|spool|cache|opt|local)|\/(home|users)\/[^/]+|\/srv\/(www|http|web)|\/etc\/[^/]+|\/var\/lib\/[^/]+|\/var\/spool\/[^/]+|\/var\/log\/.*|\/run\/.*|\/tmp\/.*|\/var\/tmp\/.*)$/;

/** Whether a directory holds much more than one application, so that its tree is never taken whole. */
export function isGeneralDirectory(directory: string): boolean {
  return generalDirectories.test(directory);
}

/** The application's directory, or else the file's own directory where that is no shared one. */
export function applicationRootOf(path: string, homeDirectories: string[] = []): string | undefined {
  const application = applicationDirectoryOf(path, homeDirectories);
  if (application) return application;
  const parent = dirname(path);
  return isGeneralDirectory(parent) || /^\/(usr|lib\w*|s?bin|etc|var\/(lib|log|spool|cache)|run|tmp)(\/|$)/.test(parent)
    ? undefined
    : parent;
}
