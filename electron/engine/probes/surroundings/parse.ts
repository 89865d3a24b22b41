import type { Facts } from '../../../../shared/model/facts.ts';
import type { Parsed, Sections } from '../probe.ts';
import { readAssignments } from '../system/release.ts';
import { fileText, named, sectionFiles, sectionLines, sectionText } from '../wire/read.ts';
import { splitNul } from '../wire/sections.ts';
import { readLibraries } from './libraries.ts';
import { readHosts, readResolver } from './names.ts';

type Surroundings = Facts['surroundings'];
type Files = ReadonlyMap<string, Buffer>;

/** Everything but `devices`, which come from what processes hold open. */
export function parseSurroundings(sections: Sections): Parsed<Surroundings> {
  const files = sectionFiles(sections);
  const value: Surroundings = {
    timeZone: readTimeZone(sections, files),
    locale: readLocale(files),
    hosts: readHosts(fileText(files, '/etc/hosts')),
    resolver: readResolver(fileText(files, '/etc/resolv.conf')),
    sysctls: readSysctls(sections),
    kernelModules: fileText(files, '/proc/modules')
      .split('\n')
      .flatMap((line) => line.split(' ')[0] || []),
    devices: [],
    addedCaCertificates: sectionLines(sections, 'certificates'),
    ldSoConf: readLinkerConfiguration(files),
    libraries: readLibraries(sectionLines(sections, 'libraries'), sectionText(sections, 'word').trim()),
  };
  return { value, gaps: [] };
}

/** The zone's name: Debian's file, the link to the zone's data, Red Hat's old file, or at last the abbreviation. */
function readTimeZone(sections: Sections, files: Files): string {
  const linked = /\/zoneinfo\/(?:posix\/|right\/)?(.+)$/.exec(sectionText(sections, 'localtime').trim())?.[1];
  const clock = readAssignments(fileText(files, '/etc/sysconfig/clock')).get('ZONE');
  const candidates = [linked, fileText(files, '/etc/timezone').trim(), clock, fileText(files, '/etc/TZ').trim()];
  const known = candidates.find((zone) => zone !== undefined && zone !== '');
  return known ?? (sectionText(sections, 'timezone-abbreviation').trim() || 'UTC');
}

function readLocale(files: Files): Record<string, string> {
  const paths = ['/etc/sysconfig/i18n', '/etc/locale.conf', '/etc/default/locale'];
  const fields = paths.flatMap((path) => [...readAssignments(fileText(files, path))]);
  return Object.fromEntries(fields.filter(([name]) => /^(LANG|LANGUAGE|LC_[A-Z]+)$/.test(name)));
}

function readSysctls(sections: Sections): Record<string, string> {
  const strings = named(sections, 'sysctls').flatMap((section) => splitNul(section.body));
  const sysctls = new Map<string, string>();
  for (let at = 0; at + 1 < strings.length; at += 2) {
    const name = (strings[at] ?? '').replaceAll('/', '.');
    sysctls.set(name, (strings[at + 1] ?? '').replace(/\s+/g, ' ').trim());
  }
  return Object.fromEntries(sysctls);
}

function readLinkerConfiguration(files: Files): Surroundings['ldSoConf'] {
  const paths = [...files.keys()].filter((path) => /^\/etc\/ld\.so\.conf(\.d\/.*)?$/.test(path));
  return paths.map((path) => ({
    path,
    directories: fileText(files, path)
      .split('\n')
      .map((line) => line.replace(/#.*/, '').trim())
      .flatMap((line) => line.split(/[\s,:]+/))
      .filter((word) => word.startsWith('/') && !word.includes('*')),
  }));
}
