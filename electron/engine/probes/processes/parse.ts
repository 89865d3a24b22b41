import type { Gap, Process } from '../../../../shared/model/facts.ts';
import type { Parsed, Sections } from '../probe.ts';
import { foundGap } from '../wire/gaps.ts';
import { readLinks } from '../wire/links.ts';
import { fileText, integer, sectionFiles, sectionLines, sectionText } from '../wire/read.ts';
import { readCgroup } from './cgroup.ts';
import { cutDeleted, openFilesByPid, readFlags } from './descriptors.ts';
import { readMaps } from './maps.ts';
import { withoutScan } from './own.ts';
import { readLimits, readStat, readStatus } from './status.ts';

interface Tables {
  files: ReadonlyMap<string, Buffer>;
  links: ReadonlyMap<string, string>;
  openFiles: ReadonlyMap<number, Process['openFiles']>;
  maps: ReadonlyMap<number, string[]>;
  ticks: number;
  bootTime: number;
  /** Container id of process 1. */
  ownContainer: string | undefined;
  /** Processes whose files in /proc belong to root. */
  guarded: ReadonlySet<number>;
}

/** Processes, without those of the scan itself. User names are joined later. */
export function parseProcesses(sections: Sections): Parsed<Process[]> {
  const files = sectionFiles(sections);
  const links = readLinks(sections);
  const tables: Tables = {
    files,
    links,
    openFiles: openFilesByPid(links, readFlags(sectionLines(sections, 'flags'))),
    maps: readMaps(sectionLines(sections, 'maps')),
    ticks: integer(sectionText(sections, 'ticks'), 100),
    bootTime: integer(/^btime (\d+)$/m.exec(fileText(files, '/proc/stat'))?.[1]),
    ownContainer: readCgroup(fileText(files, '/proc/1/cgroup')).container,
    guarded: readGuarded(sectionLines(sections, 'owners')),
  };
  const alive = new Set(sectionLines(sections, 'alive').map(Number));
  const all = pidsOf(files)
    .flatMap((pid) => readProcess(pid, tables) ?? [])
    .filter((process) => process.kernel || process.exe !== undefined || alive.has(process.pid));
  const value = withoutScan(all, integer(sectionText(sections, 'parent')));
  return { value, gaps: value.flatMap(gapsOf) };
}

function pidsOf(files: ReadonlyMap<string, Buffer>): number[] {
  const pids = [...files.keys()].flatMap((path) => /^\/proc\/(\d+)\/status$/.exec(path)?.[1] ?? []);
  return pids.map(Number).sort((a, b) => a - b);
}

/** Undefined where the process had ended before it was read, or is a zombie: that runs nothing any more. */
function readProcess(pid: number, tables: Tables): Process | undefined {
  const text = (name: string) => fileText(tables.files, `/proc/${pid}/${name}`);
  if (text('status') === '' || text('stat') === '' || /^State:\s+[ZX]/m.test(text('status'))) return undefined;
  const { umask, ...status } = readStatus(text('status'));
  const stat = readStat(text('stat'));
  const { cgroup, unit, container } = readCgroup(text('cgroup'), tables.ownContainer);
  const link = (name: string) => tables.links.get(`/proc/${pid}/${name}`) || undefined;
  const exe = link('exe');
  const executable = exe === undefined ? undefined : cutDeleted(exe);
  const cwd = link('cwd');
  const root = link('root');
  return {
    pid,
    ...status,
    kernel: stat.kernel || pid === 2,
    user: '',
    ...(status.uid !== 0 && tables.guarded.has(pid) ? { gaveUpRoot: true } : {}),
    ...(executable === undefined ? {} : { exe: executable.path }),
    exeDeleted: executable?.deleted ?? false,
    argv: readArguments(text('cmdline')),
    ...(cwd === undefined ? {} : { cwd: cutDeleted(cwd).path }),
    ...(root === undefined ? {} : { root }),
    environment: readEnvironment(text('environ')),
    ...(unit === undefined ? {} : { unit }),
    cgroup,
    ...(container === undefined ? {} : { container }),
    startTime: tables.bootTime + stat.startTicks / tables.ticks,
    cpuSeconds: stat.cpuTicks / tables.ticks,
    openFiles: tables.openFiles.get(pid) ?? [],
    mappedFiles: tables.maps.get(pid) ?? [],
    limits: readLimits(text('limits')),
    ...(umask === undefined ? {} : { umask }),
  };
}

/** `UID PATH` lines of stat: the processes whose status belongs to root. */
function readGuarded(lines: readonly string[]): ReadonlySet<number> {
  return new Set(lines.flatMap((line) => /^0 \/proc\/(\d+)\/status$/.exec(line)?.[1] ?? []).map(Number));
}

/**
 * Arguments end in NUL each. A title that a program wrote over them is padded with NULs or has none; a single empty
 * argument at the end may be meant.
 */
export function readArguments(text: string): string[] {
  if (text === '') return [];
  const [padding = ''] = /\0*$/.exec(text) ?? [];
  const argv = text.slice(0, text.length - padding.length).split('\0');
  const title = argv.length === 1 && /: /.test(argv[0] ?? '');
  return padding.length === 2 && !title ? [...argv, ''] : argv;
}

export function readEnvironment(text: string): { name: string; value: string }[] {
  return text.split('\0').flatMap((entry) => {
    const equals = entry.indexOf('=');
    return equals > 0 ? [{ name: entry.slice(0, equals), value: entry.slice(equals + 1) }] : [];
  });
}

/** One check of the kernel's (ptrace access) guards all of these, so an unreadable exe link tells of the others. */
function gapsOf(process: Process): Gap[] {
  if (process.kernel || process.exe !== undefined) return [];
  return ['exe', 'cwd', 'environ', 'fd', 'maps'].map((name) =>
    foundGap('processes', `/proc/${process.pid}/${name}`, 'permission'),
  );
}
