import type { Workload } from '../../../../../shared/model/plan.ts';
import { ownValue } from '../../../../../shared/text/own-value.ts';
import { sentence } from '../../../../../shared/text/sentence.ts';
import { dirname } from '../../../detectors/support/paths.ts';
import { bringFound, lookFor } from '../change/bring-found.ts';
import { covers } from '../change/covers.ts';
import type { Diagnosis, Failure, Inquiry, RepairRule } from '../failure.ts';
import { firstMatch, textOf } from '../log/log-text.ts';

/** As the loaders of glibc and musl say it, and programs that load a library themselves (dlopen). */
const patterns = [
  /error while loading shared libraries: ([^\s:]+): cannot open shared object/,
  /Error loading shared library ([^\s:]+): No such file/,
  /([^\s:'"()]+\.so[\w.]*): cannot open shared object file: No such file/,
];

/** The loader or a program misses a shared library that the server has. */
export const missingLibrary: RepairRule = {
  id: 'missing-library',
  diagnose(failure, workload) {
    const match = firstMatch(textOf(failure), patterns);
    if (match === undefined) return undefined;
    const paths = candidatesOf(match.value, failure, workload);
    const { found, unknown } = lookFor(paths, failure);
    const known = ownValue(failure.serverLibraries, match.value);
    if (found === undefined && known === undefined) return unknown.length === 0 ? undefined : inquire(unknown);
    if (found === undefined && unknown.includes(known ?? '')) return inquire([known ?? '']);
    if (found === undefined) return undefined;
    if (covers(workload, found.path)) return searchThere(match.line, dirname(found.path), workload);
    return bringFound(match.line, found, failure, workload);
  },
};

function inquire(paths: readonly string[]): Inquiry {
  return { kind: 'inquiry', wants: paths.map((path) => ({ kind: 'file', path })) };
}

/** Where it may be: as the loader of the server says, and beside what the workload brings. */
function candidatesOf(soname: string, failure: Failure, workload: Workload): string[] {
  if (soname.startsWith('/')) return [soname];
  const known = ownValue(failure.serverLibraries, soname);
  if (known !== undefined) return [known];
  const program = dirname(workload.command[0] ?? '/');
  const own = workload.files.include.map((one) => (one.scope === 'tree' ? one.path : dirname(one.path)));
  const loader = Object.values(failure.serverLibraries).map(dirname);
  const directories = [
    '/usr/local/lib',
    program,
    `${dirname(program)}/lib`,
    ...own,
    ...own.map((path) => `${path}/lib`),
    ...loader,
  ];
  return [...new Set(directories)].slice(0, 40).map((directory) => `${directory}/${soname}`);
}

/** The image has it, but where the loader does not look: the server told it by some way that was not found. */
function searchThere(symptom: string, directory: string, workload: Workload): Diagnosis {
  const name = 'LD_LIBRARY_PATH';
  const known = workload.environment.find((variable) => variable.name === name)?.value;
  const value = [known, directory].filter((part) => part !== undefined && part !== '').join(':');
  const reason = sentence`The loader must look in ${directory}.`;
  return {
    kind: 'diagnosis',
    symptom,
    change: sentence`${name} is set to ${value}: the library is in the image, where the loader does not look.`,
    apply: (one) => {
      if (known?.split(':').includes(directory)) return one;
      const others = one.environment.filter((variable) => variable.name !== name);
      return { ...one, environment: [...others, { name, value, reason }] };
    },
  };
}
