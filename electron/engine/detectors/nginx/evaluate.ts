import { isGlob } from '../../text/glob.ts';
import { dirname, resolvePath } from '../support/paths.ts';
import type { Server } from '../support/server.ts';
import { type NginxDirective, parseNginxConfig } from './parse-config.ts';

/** A directive with the blocks around it, outermost first. */
export interface ActiveDirective {
  name: string;
  args: string[];
  /** The file it stands in. */
  source: string;
  blocks: Block[];
}

export interface Block {
  name: string;
  args: string[];
}

export interface Evaluated {
  directives: ActiveDirective[];
  files: string[];
  unread: string[];
}

const deepest = 16;
const mostFiles = 500;

/** What a main file means once its includes are resolved; relative includes start at the main file's directory. */
export function evaluateNginx(server: Server, main: string): Evaluated {
  const state: Evaluated = { directives: [], files: [], unread: [] };
  include(server, state, main, dirname(main), [], 0);
  return state;
}

function include(server: Server, state: Evaluated, path: string, prefix: string, blocks: Block[], depth: number): void {
  if (depth > deepest || state.files.length > mostFiles) return;
  const found = server.readAll(path);
  if (found.length === 0 && !isGlob(path)) state.unread.push(path);
  for (const file of found) {
    const parsed = parseNginxConfig(file.content);
    if (!parsed) state.unread.push(file.path);
    if (!state.files.includes(file.path)) state.files.push(file.path);
    walk(server, state, parsed ?? [], { file: file.path, prefix, depth }, blocks);
  }
}

interface Place {
  file: string;
  prefix: string;
  depth: number;
}

function walk(server: Server, state: Evaluated, directives: NginxDirective[], place: Place, blocks: Block[]): void {
  for (const { name, args, children } of directives) {
    if (name === 'include') {
      include(server, state, resolvePath(place.prefix, args[0] ?? ''), place.prefix, blocks, place.depth + 1);
      continue;
    }
    state.directives.push({ name, args, source: place.file, blocks });
    if (children.length > 0) walk(server, state, children, place, [...blocks, { name, args }]);
  }
}
