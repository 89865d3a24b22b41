import type { ServerKnowledge } from '../failure.ts';
import { javaModules } from './java.ts';
import type { MissingModule, ModuleReader } from './module-reader.ts';
import { nodeModules } from './node.ts';
import { perlModules } from './perl.ts';
import { phpModules } from './php.ts';
import { pythonModules } from './python.ts';
import { rubyModules } from './ruby.ts';

const readers: readonly ModuleReader[] = [
  pythonModules,
  perlModules,
  nodeModules,
  rubyModules,
  phpModules,
  javaModules,
];

const MOST_CANDIDATES = 40;

/** What interpreters did not find, in any of their words. */
export function missingModules(text: string, server: ServerKnowledge): MissingModule[] {
  const all = readers.flatMap((read) => read(text, server));
  return all.map((one) => ({ ...one, candidates: [...new Set(one.candidates)].slice(0, MOST_CANDIDATES) }));
}
