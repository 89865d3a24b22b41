import { describe, expect, it } from 'vitest';
import { emptyWorkload } from '../../../../shared/testing/empty-plan.ts';
import { isBelow } from '../../text/paths.ts';
import type { ServerEntry } from '../server/survey-output.ts';
import { choose } from './choose.ts';
import { closeOver, type Request } from './closure.ts';
import { languagesOf, leaveOutRule } from './leave-out.ts';
import type { ServerFiles } from './server-files.ts';

function made(type: ServerEntry['type'], changes: Partial<ServerEntry> = {}): ServerEntry {
  return { type, mode: 0o755, uid: 0, gid: 0, size: 1, mtime: 0, stamp: '', inode: '', links: 1, ...changes };
}

/** A server that was surveyed whole: text is a link's target, `/` a directory, `-` a file. */
function server(tree: Record<string, string>): ServerFiles {
  const entries = new Map(
    Object.entries(tree).map(([path, what]) => {
      if (what === '/') return [path, made('directory')] as const;
      return [
        path,
        what === '-' ? made('file') : what === '=' ? made('other') : made('symlink', { linkTarget: what }),
      ] as const;
    }),
  );
  return {
    entries,
    manager: 'dpkg',
    loaderCache: '',
    packages: new Map(),
    lookup: (path) => entries.get(path) ?? null,
    walked: () => true,
    below: (directory) => [...entries.keys()].filter((path) => isBelow(path, directory)),
    ask: async () => false,
    refresh: async () => undefined,
  };
}

const tree = {
  '/lib': 'usr/lib',
  '/usr': '/',
  '/usr/lib': '/',
  '/usr/lib/libz.so': 'libz.so.1',
  '/usr/lib/libz.so.1': '-',
  '/srv': '/',
  '/srv/current': 'releases/7',
  '/srv/releases': '/',
  '/srv/releases/7': '/',
  '/srv/releases/7/app.py': '-',
  '/srv/releases/7/logs': '/var/log',
  '/srv/releases/7/shared': '../../shared/data',
  '/srv/shared': '/',
  '/srv/shared/data': '/',
  '/srv/shared/data/file': '-',
  '/var': '/',
  '/var/log': '/',
  '/var/log/syslog': '-',
  '/a': 'b',
  '/b': 'a',
};

function request(path: string, scope: Request['scope'], source: Request['source'] = 'explicit'): Request {
  return { path, scope, reason: 'test', source };
}

function wanted(...requests: Request[]): string[] {
  return [...closeOver(requests, server(tree)).wanted.keys()].sort();
}

describe('closeOver', () => {
  it('names the canonical path, the link on the way and what a link points at', () => {
    const { wanted: found } = closeOver([request('/lib/libz.so', 'file')], server(tree));
    expect([...found.keys()].sort()).toEqual(['/lib', '/usr/lib', '/usr/lib/libz.so', '/usr/lib/libz.so.1']);
    expect([...(found.get('/usr/lib/libz.so.1')?.reasons ?? [])]).toEqual(['target of link /usr/lib/libz.so']);
  });

  it("takes an application's linked directories along, but not the system's", () => {
    const paths = wanted(request('/srv/current', 'tree'));
    expect(paths).toContain('/srv/releases/7/app.py');
    expect(paths).toContain('/srv/shared/data/file');
    expect(paths).toContain('/var/log');
    expect(paths).not.toContain('/var/log/syslog');
  });

  it('comes to an end in a loop of links and reports what is not there', () => {
    const closure = closeOver([request('/a', 'file'), request('/missing', 'file')], server(tree));
    expect(closure.missing).toEqual([{ path: '/missing', reason: 'test' }]);
  });
});

describe('leaveOutRule', () => {
  const workload = emptyWorkload({
    files: { packages: [], include: [], exclude: [{ pattern: '/srv/**/*.tmp', reason: 'scratch files' }] },
    data: [
      { path: '/srv/data', reason: '' },
      { path: '/srv/filled', filled: true, reason: '' },
    ],
    logs: [{ path: '/srv/app/app.log', to: 'stdout', reason: '' }],
    environment: [{ name: 'LANG', value: 'zh_CN.UTF-8', reason: '' }],
  });
  const leaveOut = leaveOutRule(workload, languagesOf({ LC_TIME: 'de_DE.UTF-8' }, workload));

  function rule(
    path: string,
    source: Request['source'] = 'package',
    type: ServerEntry['type'] = 'file',
    named = false,
  ): string | undefined {
    return leaveOut({ path, entry: made(type), reasons: new Set(), sources: new Set([source]), named });
  }

  it.each([
    ['/srv/a/b.tmp'],
    ['/srv/data'],
    ['/srv/data/db'],
    ['/srv/app/app.log'],
    ['/srv/app/app.log.2.gz'],
    ['/srv/app/app.log-20240101'],
    ['/var/log/other/x'],
    ['/var/cache/apt/x'],
    ['/run/app.pid'],
    ['/proc/1/maps'],
    ['/dev/null'],
    ['/etc/shadow'],
    ['/etc/gshadow-'],
    ['/etc/passwd'],
    ['/etc/ssh/ssh_host_rsa_key'],
    ['/var/lib/dpkg/status'],
    ['/usr/share/man/man1/x.1.gz'],
    ['/usr/share/doc/x/README'],
    ['/usr/share/locale/fr/LC_MESSAGES/x.mo'],
  ])('leaves out %s of a package', (path) => {
    expect(rule(path)).toBeDefined();
  });

  it.each([
    ['/srv/app/app.logo'],
    ['/srv/data2'],
    ['/srv/filled/db'],
    ['/usr/share/doc/x/copyright'],
    ['/usr/share/locale/zh_CN/LC_MESSAGES/x.mo'],
    ['/usr/share/locale/de/LC_MESSAGES/x.mo'],
    ['/usr/share/locale/locale.alias'],
    ['/etc/ssh/sshd_config'],
    ['/runner/x'],
  ])('keeps %s of a package', (path) => {
    expect(rule(path)).toBeUndefined();
  });

  it("keeps a package's own directories among the data for a new volume, but not what lies in them", () => {
    expect(rule('/srv/data/queue', 'package', 'directory')).toBeUndefined();
    expect(rule('/srv/data/queue/job', 'package')).toBe('stateful data');
  });

  it('leaves the place of the data itself to the volume, and directories that only the tree of the plan names', () => {
    expect(rule('/srv/data', 'package', 'directory')).toBe('stateful data');
    expect(rule('/srv/data/uploads', 'explicit', 'directory')).toBe('stateful data');
  });

  it('keeps what is asked for by name, but never what must not leave', () => {
    expect(rule('/var/cache/fontconfig/x', 'explicit', 'file', true)).toBeUndefined();
    expect(rule('/usr/share/doc/x/README', 'explicit', 'file', true)).toBeUndefined();
    expect(rule('/etc/shadow', 'explicit', 'file', true)).toBeDefined();
    expect(rule('/srv/app/socket', 'explicit', 'other', true)).toBeDefined();
  });
});

describe('choose', () => {
  it('adds the directories that lead there and no others', () => {
    const files = server(tree);
    const closure = closeOver([request('/usr/lib/libz.so.1', 'file'), request('/usr/lib', 'file', 'package')], files);
    const choice = choose(closure, () => undefined, new Map(), files.lookup);
    expect([...choice.chosen.keys()].sort()).toEqual(['/usr', '/usr/lib', '/usr/lib/libz.so.1']);
  });
});

it('takes a path that is not there for missing under every name it has', () => {
  const known = server({ '/usr': '/', '/usr/share': '/', '/usr/share/doc': 'documents', '/usr/share/documents': '/' });
  // Asked by its canonical name only, as a survey answers.
  const lookup = (path: string) => (path === '/usr/share/doc/changelog' ? undefined : known.lookup(path));
  const request: Request = { path: '/usr/share/doc/changelog', scope: 'file', reason: 'package', source: 'package' };
  const { unknown } = closeOver([request], { ...known, lookup });
  expect([...unknown.paths]).toEqual([]);
});
