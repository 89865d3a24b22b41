import type { Facts, Process } from '../../../../shared/model/facts.ts';
import { ownValue } from '../../../../shared/text/own-value.ts';
import type { LanguageMarks } from '../languages/parse.ts';

type Language = Facts['languages'][number];

/** Joins what stands on the disk with the processes that use it. */
export function joinLanguages(marks: LanguageMarks, processes: readonly Process[]): Language[] {
  const running = processes.filter((process) => !process.kernel);
  const using = (test: (process: Process) => boolean) => running.filter(test).map((process) => process.pid);
  const inside = (directory: string) =>
    using((process) => placesOf(process).some((place) => isInside(place, directory)));
  // node_modules serves whatever script lies beside it; the directory of a program in /usr/bin says nothing.
  const besideScript = (directory: string) =>
    using(
      (process) =>
        isNode(process) && placesOf(process).some((place) => place !== process.exe && isInside(place, directory)),
    );
  const found: Language[] = [
    ...marks.virtualenvs.map(({ path, details }) => ({
      kind: 'virtualenv' as const,
      path,
      details,
      pids: inside(path),
    })),
    ...marks.directories.map(({ kind, path }) => ({
      kind,
      path,
      details: [],
      pids: kind === 'node_modules' ? besideScript(path.slice(0, -'/node_modules'.length) || '/') : inside(path),
    })),
    ...marks.goBinaries.map(({ path, details }) => ({
      kind: 'go-binary' as const,
      path,
      details,
      pids: using((process) => process.exe === path),
    })),
    ...fromEnvironment(running),
    ...archives(running),
  ];
  return merge(found);
}

function isNode(process: Process): boolean {
  return /\/(node|nodejs|bun|deno|electron)[\d.]*$/.test(process.exe ?? '');
}

function placesOf(process: Process): string[] {
  const virtualenv = process.environment.find((variable) => variable.name === 'VIRTUAL_ENV')?.value;
  const places = [
    process.exe,
    process.cwd,
    virtualenv,
    ...argumentPaths(process),
    ...process.openFiles.map((file) => file.path),
  ];
  return places.flatMap((place) => (place?.startsWith('/') ? [place] : []));
}

function argumentPaths(process: Process): string[] {
  return process.argv.map((argument) => {
    if (argument.startsWith('/')) return argument;
    return process.cwd !== undefined && /^[\w.@]/.test(argument) ? `${process.cwd}/${argument}` : '';
  });
}

function isInside(path: string, directory: string): boolean {
  return path === directory || path.startsWith(directory === '/' ? '/' : `${directory}/`);
}

const searchPaths: Record<string, Language['kind']> = {
  PYTHONPATH: 'python-path',
  PERL5LIB: 'perl-inc',
  PERLLIB: 'perl-inc',
  GEM_HOME: 'gems',
  GEM_PATH: 'gems',
  NODE_PATH: 'node_modules',
};

/** Search paths that the environment or perl's and ruby's `-I` gives. */
function fromEnvironment(processes: readonly Process[]): Language[] {
  return processes.flatMap((process) => {
    const variables = process.environment.flatMap(({ name, value }) => {
      const kind = ownValue(searchPaths, name);
      return kind === undefined ? [] : value.split(':').map((path) => ({ kind, path, details: [name] }));
    });
    const perl = /\/perl[\d.]*$/.test(process.exe ?? '')
      ? process.argv.flatMap(
          (argument, at) =>
            /^-I(.*)$/
              .exec(argument)
              ?.slice(1)
              .map((path) => path || (process.argv[at + 1] ?? '')) ?? [],
        )
      : [];
    const found = [...variables, ...perl.map((path) => ({ kind: 'perl-inc' as const, path, details: ['-I'] }))];
    return found.filter(({ path }) => path.startsWith('/')).map((language) => ({ ...language, pids: [process.pid] }));
  });
}

/** Java archives in the arguments (class paths too), held open or mapped, and gems whose extensions are mapped. */
function archives(processes: readonly Process[]): Language[] {
  return processes.flatMap((process) => {
    const files = [...process.openFiles.map((file) => file.path), ...process.mappedFiles];
    const named = process.argv.flatMap((argument) => argument.split(':')).map((path) => absolute(path, process.cwd));
    const paths = [...new Set([...files, ...named])];
    return paths.flatMap((path): Language[] => {
      const [, archive] = /^\/.*\.(jar|war)$/.exec(path) ?? [];
      if (archive === 'jar' || archive === 'war') return [{ kind: archive, path, details: [], pids: [process.pid] }];
      const [, gems] = /^(\/.*?\/gems\/[\d.]+)\/(?:gems|extensions)\//.exec(path) ?? [];
      return gems === undefined ? [] : [{ kind: 'gems', path: gems, details: [], pids: [process.pid] }];
    });
  });
}

function absolute(path: string, cwd: string | undefined): string {
  return path.startsWith('/') || cwd === undefined ? path : `${cwd}/${path.replace(/^\.\//, '')}`;
}

/** One entry for each kind and path. */
function merge(languages: readonly Language[]): Language[] {
  const merged = new Map<string, Language>();
  for (const language of languages) {
    const key = `${language.kind}\0${language.path}`;
    const known = merged.get(key);
    const details = [...new Set([...(known?.details ?? []), ...language.details])];
    const pids = [...new Set([...(known?.pids ?? []), ...language.pids])].sort((a, b) => a - b);
    merged.set(key, { kind: language.kind, path: language.path, details, pids });
  }
  return [...merged.values()].filter((language) => language.pids.length > 0);
}
