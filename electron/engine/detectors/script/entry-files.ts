import type { Language } from '../support/languages/language.ts';
import { resolvePath } from '../support/paths.ts';
import type { Server } from '../support/server.ts';

/** Directories that application servers search first, by option: gunicorn, uvicorn, hypercorn, waitress, celery, puma. */
const directoryOptions = /^--?(chdir|app-dir|pythonpath|workdir|dir|C)$/;

/**
 * Files of the application that a packaged launcher runs: `gunicorn wsgi:app` is wsgi.py in the working directory,
 * `puma` is config.ru there. A name that fits no file is none.
 */
export function entryFilesOf(server: Server, language: Language, argv: string[], workingDirectory: string): string[] {
  const directories = [...directoriesIn(argv, workingDirectory), workingDirectory];
  const names = language.id === 'python' ? pythonModulesIn(argv) : language.id === 'ruby' ? rackFilesIn(argv) : [];
  return names.flatMap((choices) => {
    const candidates = directories.flatMap((directory) => choices.map((name) => resolvePath(directory, name)));
    return candidates.filter((path) => server.lookAt(path)?.type === 'file').slice(0, 1);
  });
}

function directoriesIn(argv: string[], workingDirectory: string): string[] {
  const joined = argv.flatMap((argument) => argument.split(/(?<=^--[a-z-]+)=/));
  return joined.flatMap((argument, index) => {
    const value = joined[index + 1];
    return directoryOptions.test(argument) && value !== undefined ? [resolvePath(workingDirectory, value)] : [];
  });
}

/** `package.module:callable`, and what follows `-m` or `-A`: each with the files that it may be. */
function pythonModulesIn(argv: string[]): string[][] {
  const callables = argv
    .slice(1)
    .flatMap((argument) => /^([A-Za-z_][\w.]*):[A-Za-z_][\w.]*(\(.*\))?$/.exec(argument)?.[1] ?? []);
  const named = argv.flatMap((argument, index) => (/^(-m|-A|--app)$/.test(argument) ? (argv[index + 1] ?? []) : []));
  const modules = [...callables, ...named].filter((name) => /^[A-Za-z_][\w.]*$/.test(name));
  return modules.map((name) => {
    const path = name.replaceAll('.', '/');
    return [`${path}.py`, `${path}/__init__.py`, `${path}/__main__.py`];
  });
}

function rackFilesIn(argv: string[]): string[][] {
  const written = argv.slice(1).filter((argument) => argument.endsWith('.ru'));
  return [written.length > 0 ? written : ['config.ru']];
}
