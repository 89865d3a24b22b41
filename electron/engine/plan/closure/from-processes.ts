import type { Process, Unit } from '../../../../shared/model/facts.ts';
import { sentence } from '../../../../shared/text/sentence.ts';
import { pathsInArguments } from '../../detectors/support/argument-paths.ts';
import { argumentsOf, type ProcessTree } from '../../detectors/support/process-tree.ts';
import { mergeNeeds, needsOfFile, type ScriptNeeds } from '../../detectors/support/script-needs.ts';
import type { Server } from '../../detectors/support/server.ts';
import { type Draft, emptyDraft, joinDrafts } from './draft.ts';
import { isLibrary, libraryNeeds } from './libraries.ts';
import { isPassing, placePath } from './place-path.ts';

/** What the tree's processes show: executables, mapped files, arguments, environment, unit. */
export function fromProcesses(server: Server, tree: ProcessTree): Draft {
  return joinDrafts([
    ...tree.members.map((member) => executable(server, member)),
    mapped(server, tree),
    named(server, tree),
    started(server, tree),
  ]);
}

function executable(server: Server, member: Process): Draft {
  const draft = emptyDraft();
  if (member.exe === undefined || isPassing(member.exe)) return draft;
  const { packages, include } = needsOfFile(server, member.exe, sentence`the program that runs`);
  return { ...draft, packages, include };
}

function mapped(server: Server, tree: ProcessTree): Draft {
  const executables = new Set(tree.members.map((member) => member.exe));
  const paths = new Set(tree.members.flatMap((member) => member.mappedFiles));
  const wanted = [...paths].filter(
    (path) =>
      path.startsWith('/') &&
      !isPassing(path) &&
      !executables.has(path) &&
      !/^\/(SYSV|memfd:|anon_hugepage|\[)/.test(path),
  );
  return joinDrafts(wanted.map((path) => mappedFile(server, path)));
}

function mappedFile(server: Server, path: string): Draft {
  const { packages, include } = libraryNeeds(server, path);
  const library = isLibrary(path) && include.length === 0 ? { library: path } : {};
  return { ...emptyDraft(), packages: packages.map((entry) => ({ ...entry, ...library })), include };
}

function named(server: Server, tree: ProcessTree): Draft {
  const { root } = tree;
  const workingDirectory = root.cwd ?? '/';
  const inArguments = pathsInArguments(argumentsOf(tree), workingDirectory).map(({ path, written }) =>
    placePath(server, path, sentence`argument ${written}`),
  );
  // A process that wrote a title over its arguments may have lost its environment to it; the unit has it still.
  const inEnvironment = [...root.environment, ...(tree.unit?.environment ?? [])]
    .filter(
      ({ name, value }) =>
        value.startsWith('/') &&
        !/^(PATH|PWD|OLDPWD|HOME|SHELL|_|MAIL|XDG_.*|[A-Z]*_DIRECTORY|MANPATH|NOTIFY_SOCKET|MEMORY_.*|CREDENTIALS_.*)$/.test(
          name,
        ),
    )
    .flatMap(({ name, value }) =>
      value
        .split(':')
        .filter((path) => path.startsWith('/'))
        .map((path) => placePath(server, path, sentence`variable ${name}`)),
    );
  return joinDrafts([...inArguments, ...inEnvironment]);
}

/** The program a unit names may be a link (alternatives) or another one than what runs in the end. */
function started(server: Server, tree: ProcessTree): Draft {
  const { unit } = tree;
  const draft = emptyDraft();
  if (!unit) return draft;
  const initScripts = unit.execStart.flatMap(([path]) => (path?.startsWith('/etc/init.d/') ? [path] : []));
  const programs =
    unit.type === 'forking' ? initScripts : [...unit.execStart, ...unit.execStartPre].flatMap((argv) => argv[0] ?? []);
  const needs = mergeNeeds([
    ...programs
      .filter((path) => path.startsWith('/'))
      .map((path) => needsOfFile(server, path, sentence`${unit.name} starts it`)),
    servicePackage(server, unit),
  ]);
  const directories = unit.configurationDirectory.map((name) =>
    placePath(server, `/etc/${name}`, sentence`ConfigurationDirectory of ${unit.name}`),
  );
  return joinDrafts([{ ...draft, packages: needs.packages, include: needs.include }, ...directories]);
}

/**
 * The package that brings the unit, or the init script that the unit stands for, is the service's own: of a service
 * under an interpreter (Tomcat under Java) nothing else may show it.
 */
function servicePackage(server: Server, unit: Unit): ScriptNeeds {
  const initScript = unit.execStart[0]?.[0] ?? '';
  const described = [unit.fragmentPath, ...(initScript.startsWith('/etc/init.d/') ? [initScript] : [])];
  const owned = described.filter((path) => path.startsWith('/') && !isPassing(path) && server.ownerOf(path));
  const needs = mergeNeeds(owned.map((path) => needsOfFile(server, path, sentence`${unit.name} is described there`)));
  return { ...needs, include: [] };
}
