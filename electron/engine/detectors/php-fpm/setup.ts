import { resolvePath } from '../support/paths.ts';
import type { Server } from '../support/server.ts';
import { type PoolSection, parsePools } from './parse-pools.ts';

export interface Pool {
  name: string;
  listen: string;
  user: string | undefined;
  chdir: string | undefined;
  entries: PoolSection['entries'];
}

export interface PhpFpmSetup {
  files: string[];
  pidFile: string | undefined;
  errorLog: string | undefined;
  pools: Pool[];
}

const deepest = 8;

/** What a php-fpm's main file and its includes say. `prefix` is what relative paths start at. */
export function phpFpmSetupOf(server: Server, main: string, prefix: string): PhpFpmSetup {
  const files: string[] = [];
  const sections = new Map<string, PoolSection['entries']>();
  readInto(server, main, prefix, files, sections, 0);
  const global = sections.get('global') ?? [];
  const pools = [...sections]
    .filter(([name]) => name !== 'global')
    .map(([name, entries]) => poolOf(name, entries, prefix));
  const path = (name: string) => {
    const value = last(global, name);
    return value === undefined || value === 'syslog' ? undefined : resolvePath(prefix, value);
  };
  return {
    files,
    pidFile: path('pid'),
    errorLog: path('error_log'),
    pools: pools.filter((pool) => pool.listen !== ''),
  };
}

function readInto(
  server: Server,
  glob: string,
  prefix: string,
  files: string[],
  sections: Map<string, PoolSection['entries']>,
  depth: number,
): void {
  if (depth > deepest) return;
  for (const file of server.readAll(glob)) {
    if (files.includes(file.path)) continue;
    files.push(file.path);
    for (const { name, entries } of parsePools(file.content)) {
      sections.set(name, [...(sections.get(name) ?? []), ...entries]);
      for (const include of entries.filter((entry) => entry.name === 'include')) {
        readInto(server, resolvePath(prefix, include.value), prefix, files, sections, depth + 1);
      }
    }
  }
}

function poolOf(name: string, entries: PoolSection['entries'], prefix: string): Pool {
  const expanded = entries.map((entry) => ({ ...entry, value: entry.value.replaceAll('$pool', name) }));
  const listen = last(expanded, 'listen') ?? '';
  return {
    name,
    listen: listen.includes('/') ? resolvePath(prefix, listen) : listen,
    user: last(expanded, 'user'),
    chdir: last(expanded, 'chdir'),
    entries: expanded,
  };
}

export function last(entries: PoolSection['entries'], name: string): string | undefined {
  return entries.findLast((entry) => entry.name === name)?.value;
}
