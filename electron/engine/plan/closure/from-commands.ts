import { sentence } from '../../../../shared/text/sentence.ts';
import { languageOf } from '../../detectors/support/languages/registry.ts';
import { basename } from '../../detectors/support/paths.ts';
import { isPlainPath } from '../../detectors/support/plain-text.ts';
import { mergeNeeds, needsOfFile, needsOfScript } from '../../detectors/support/script-needs.ts';
import type { Server } from '../../detectors/support/server.ts';
import { shebangOf } from '../../detectors/support/shebang.ts';
import { type Draft, emptyDraft, joinDrafts } from './draft.ts';
import { pathsIn } from './named-paths.ts';
import { placePath } from './place-path.ts';

/** A script that names more is no start script. */
const mostPaths = 100;
/** Bytes: what is larger is a program. */
const largestScript = 128 * 1024;

/**
 * What the container's own commands need where they are scripts: the service's command and what prepares it. Of a start
 * script nothing is left in the process that then runs, so its text has to tell: its interpreter, the programs that it
 * calls, the settings that it reads.
 */
export function fromCommands(server: Server, commands: string[][]): Draft {
  const scripts = commands.flatMap((argv) => scriptOf(argv) ?? []);
  return joinDrafts([...new Set(scripts)].map((script) => fromScript(server, script)));
}

/** The program, or what a shell that is the program is to run. */
function scriptOf([program = '', ...rest]: string[]): string | undefined {
  const first = languageOf(program)?.id === 'shell' ? rest[0] : program;
  return first?.startsWith('/') && isPlainPath(first) ? first : undefined;
}

function fromScript(server: Server, script: string): Draft {
  const fact = server.lookAt(script);
  if (fact === undefined || fact.type === 'directory') return emptyDraft();
  const text = fact.size > largestScript ? '' : (server.read(script)?.content ?? '');
  const shebang = shebangOf(text);
  const itself = needsOfFile(server, script, sentence`the command that starts it`);
  // A program of another name than what then runs, such as a link of the alternatives.
  if (shebang === undefined) return { ...emptyDraft(), packages: itself.packages, include: itself.include };
  const isShell = languageOf(shebang.byEnv ?? shebang.interpreter)?.id === 'shell';
  const { packages, include } = mergeNeeds([itself, needsOfScript(server, script)]);
  const named = isShell ? [...new Set(pathsIn(text))].slice(0, mostPaths) : [];
  const places = named.map((path) => placePath(server, path, sentence`${basename(script)}, which starts it, names it`));
  return joinDrafts([{ ...emptyDraft(), packages, include }, ...places]);
}
