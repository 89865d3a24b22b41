import type { Facts } from '../../../../shared/model/facts.ts';
import type { Parsed, Sections } from '../probe.ts';
import { foundGap } from '../wire/gaps.ts';
import { fileText, integer, sectionFiles, sectionLines, sectionText } from '../wire/read.ts';
import { readInit } from './init.ts';
import { readRelease } from './release.ts';
import { readVirtualization } from './virtualization.ts';

export interface System {
  os: Facts['os'];
  init: Facts['init'];
}

export function parseSystem(sections: Sections): Parsed<System> {
  const files = sectionFiles(sections);
  const [hostname = '', kernel = '', architecture = ''] = sectionLines(sections, 'uname');
  const release = readRelease(files);
  const os: System['os'] = {
    ...release,
    hostname,
    kernel,
    architecture,
    libc: readLibc(sectionText(sections, 'libc'), sectionText(sections, 'musl')),
    virtualization: readVirtualization(sectionLines(sections, 'virtualization')),
    cpus: (fileText(files, '/proc/stat').match(/^cpu\d+ /gm) ?? []).length,
    memoryBytes: integer(/^MemTotal:\s+(\d+) kB/m.exec(fileText(files, '/proc/meminfo'))?.[1]) * 1024,
    uptimeSeconds: Number.parseFloat(fileText(files, '/proc/uptime')) || 0,
    bootTime: integer(/^btime (\d+)$/m.exec(fileText(files, '/proc/stat'))?.[1]),
  };
  const init = readInit(sectionLines(sections, 'init'), fileText(files, '/proc/1/comm').trim());
  return { value: { os, init }, gaps: release.id === '' ? [foundGap('system', '/etc/os-release', 'unparsable')] : [] };
}

/** `glibc 2.36` of getconf, the first lines of `ldd --version`, or a musl loader. */
export function readLibc(text: string, musl: string): System['os']['libc'] {
  const [, glibc] = /(?:^glibc |GLIBC|GNU libc\)).*?(\d+\.\d+)/m.exec(text) ?? [];
  if (glibc !== undefined) return { kind: 'glibc', version: glibc };
  if (musl.trim() === '' && !text.startsWith('musl')) return { kind: 'unknown', version: '' };
  return { kind: 'musl', version: /^Version (\S+)$/m.exec(text)?.[1] ?? '' };
}
