import type { Language } from '../support/languages/language.ts';
import { basename, resolvePath } from '../support/paths.ts';
import { argumentsOf, type ProcessTree } from '../support/process-tree.ts';

export interface ScriptCall {
  /** Absolute path of the script; absent for a module (`-m`), a class or inline text. */
  script: string | undefined;
  /** What was called, for people: a script, a module, a class. */
  called: string;
}

/**
 * What a tree under an interpreter runs: by its unit's command line where that names the interpreter, by the process's
 * own where the unit names a script that the interpreter then runs, else the unit's program.
 */
export function callOf(tree: ProcessTree, language: Language): ScriptCall {
  const workingDirectory = tree.root.cwd ?? '/';
  const told = argumentsOf(tree);
  const named = [told, tree.root.argv].find((argv) => language.programs.test(basename(argv[0] ?? '')));
  if (named) return scriptCallOf(language, named, workingDirectory);
  return scriptAt(told[0]?.startsWith('/') ? told[0] : '', workingDirectory);
}

/** What an interpreter's command line runs. */
export function scriptCallOf(language: Language, argv: string[], workingDirectory: string): ScriptCall {
  const rest = argv.slice(1);
  for (let index = 0; index < rest.length; index += 1) {
    const argument = rest[index] ?? '';
    const next = rest[index + 1] ?? '';
    if (argument === '-m' && language.id === 'python') return { script: undefined, called: next };
    if (argument === '-jar' || (argument === '-f' && language.id === 'php')) return scriptAt(next, workingDirectory);
    if (/^-(c|e)$/.test(argument)) return { script: undefined, called: 'inline' };
    if (language.valueOptions.test(argument)) index += 1;
    else if (!argument.startsWith('-')) {
      return language.id === 'java' ? { script: undefined, called: argument } : scriptAt(argument, workingDirectory);
    }
  }
  return { script: undefined, called: '' };
}

function scriptAt(written: string, workingDirectory: string): ScriptCall {
  if (written === '') return { script: undefined, called: '' };
  const script = resolvePath(workingDirectory, written);
  return { script, called: script };
}
