import type { Workload } from '../../../../shared/model/plan.ts';
import { compileGlob } from '../../../../shared/text/path-pattern.ts';
import { sentence } from '../../../../shared/text/sentence.ts';
import { isBelow } from '../../text/paths.ts';
import type { Wanted } from './closure.ts';

/** What the kernel, the container's engine or the boot makes anew. */
const volatileDirectories = ['/proc', '/sys', '/dev', '/run', '/var/run', '/var/lock', '/tmp', '/var/tmp'];

/** Package managers' own state: the image's must not be replaced by the server's. */
const packageDatabases = [
  '/var/lib/dpkg',
  '/var/lib/apt',
  '/var/lib/rpm',
  '/var/lib/dnf',
  '/var/lib/yum',
  '/lib/apk',
  '/usr/lib/sysimage',
];

/**
 * Files that are written by Slipway (users, groups), by the container's engine (names), or must never leave the server
 * (password hashes, the host's own keys).
 */
const neverFiles =
  /^\/etc\/(passwd-?|group-?|g?shadow-?|subuid-?|subgid-?|hostname|hosts|resolv\.conf|mtab|fstab|machine-id|crypttab|sudoers(\.d\/.*)?|ssh\/ssh_host_.*)$/;

/** Of a package, what only people read. Copyright files stay, as licences ask for it. */
const documentation =
  /^\/usr\/share\/(doc\/(?!.*\/copyright$)|man\/|info\/|lintian\/|doc-base\/|bug\/|linda\/|groff\/|help\/)/;

/** What a package tells about itself: documentation, licences, and the build's identities that rpm lists as links. */
export function isDocumentation(path: string): boolean {
  return documentation.test(path) || /^\/usr\/(share\/(doc|licenses)|lib\/\.build-id)\//.test(path);
}

/** What licences ask to be passed on with the files of a package. */
export function isLicence(path: string): boolean {
  return /^\/usr\/share\/(doc\/[^/]+\/copyright$|licenses\/)/.test(path);
}

/** Translations of messages; those of languages that the server does not speak are left out, as in slim base images. */
const translations = /^\/usr\/share\/locale(?:-langpack)?\/([a-z]{2,3})(?:[_@.][^/]*)?(\/|$)/;

const rotatedLog = /([.-]\d+)?(\.(gz|xz|bz2|zst|old))?$/;

/** Why a path stays out of the payload; undefined where it goes in. */
export function leaveOutRule(
  workload: Workload,
  languages: ReadonlySet<string>,
): (wanted: Wanted) => string | undefined {
  const excludes = workload.files.exclude.map(({ pattern, reason }) => ({ matches: compileGlob(pattern), reason }));
  const data = workload.data.filter(({ filled }) => !filled).map(({ path }) => path);
  const logs = workload.logs.map(({ path }) => path);
  return ({ path, entry, named, sources }) => {
    if (path === '/') return sentence`the root itself`;
    if (entry.type === 'other') return sentence`a socket, pipe or device`;
    if (neverFiles.test(path)) return sentence`belongs to the server or is written anew`;
    if (under(path, volatileDirectories)) return sentence`made anew at every start`;
    if (under(path, packageDatabases)) return sentence`the package manager's own state`;
    const excluded = excludes.find(({ matches }) => matches.test(path));
    if (excluded !== undefined) return sentence`excluded: ${excluded.reason}`;
    // A package's own directories among it are no data: the service expects them in a new volume, too.
    const isSkeleton = entry.type === 'directory' && sources.has('package') && !data.includes(path);
    if (data.some((directory) => path === directory || isBelow(path, directory)) && !isSkeleton)
      return sentence`stateful data`;
    if (logs.some((log) => isBelow(path, log) || path.replace(rotatedLog, '') === log)) return sentence`a log`;
    // Named by the plan itself: somebody, or a repair, wants exactly this one.
    if (named && sources.has('explicit')) return undefined;
    if (entry.type !== 'directory' && (isBelow(path, '/var/log') || isBelow(path, '/var/cache')))
      return sentence`a log or a cache`;
    if (sources.has('explicit')) return undefined;
    const language = translations.exec(path)?.[1];
    if (language !== undefined && !languages.has(language))
      return sentence`a translation into a language that is not used`;
    return documentation.test(path) ? sentence`documentation` : undefined;
  };
}

function under(path: string, directories: readonly string[]): boolean {
  return directories.some((directory) => path === directory || isBelow(path, directory));
}

/** Languages of locale settings such as `zh_CN.UTF-8`; English is what programs speak without translation. */
export function languagesOf(locale: Readonly<Record<string, string>>, workload: Workload): Set<string> {
  const settings = workload.environment.filter(({ name }) => /^(LANG|LANGUAGE|LC_[A-Z]+)$/.test(name));
  const values = [...Object.values(locale), ...settings.map(({ value }) => value)].flatMap((value) => value.split(':'));
  return new Set(values.flatMap((value) => /^([a-z]{2,3})(?:[_@.]|$)/.exec(value)?.[1] ?? []));
}
