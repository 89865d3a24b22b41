import type { Workload } from '../../../../../shared/model/plan.ts';
import { bringFound, lookFor } from '../change/bring-found.ts';
import { covers } from '../change/covers.ts';
import type { Failure, RepairRule } from '../failure.ts';
import { firstMatch, textOf } from '../log/log-text.ts';

/** As runc, dash, bash, busybox ash, env and perl's exec say it. */
const patterns = [
  /exec: "([^"]+)": executable file not found in \$PATH/,
  /exec: "([^"]+)": stat \S+: no such file or directory/,
  /exec (\/\S+): no such file or directory/,
  /: \d+: ([^\s:]+): not found/,
  /(?:^|: )([^\s:]+): command not found/m,
  /env: [‘']?([^\s:'’]+)[’']?: No such file or directory/,
  /Can't exec "([^"]+)"/,
];

const usualPath = '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin';

/** A program that is called by name or path is not in the image, or the interpreter that its first line names. */
export const missingCommand: RepairRule = {
  id: 'missing-command',
  diagnose(failure, workload) {
    const match = firstMatch(textOf(failure), patterns);
    if (match === undefined) return undefined;
    const candidates = candidatesOf(match.value, failure, workload);
    if ('wants' in candidates) return candidates;
    const { found, unknown } = lookFor(candidates.paths, failure);
    if (found !== undefined) return bringFound(match.line, found, failure, workload);
    if (unknown.length === 0) return undefined;
    return { kind: 'inquiry', wants: unknown.map((path) => ({ kind: 'file', path })) };
  },
};

type Candidates = { paths: string[] } | { kind: 'inquiry'; wants: { kind: 'config'; path: string }[] };

function candidatesOf(command: string, failure: Failure, workload: Workload): Candidates {
  if (!command.startsWith('/')) {
    const path = workload.environment.find((variable) => variable.name === 'PATH')?.value ?? usualPath;
    return {
      paths: path
        .split(':')
        .filter((one) => one.startsWith('/'))
        .map((directory) => `${directory}/${command}`),
    };
  }
  if (!covers(workload, command)) return { paths: [command] };
  // The file is there, so what cannot be found is what runs it.
  const text = failure.serverTexts.get(command);
  if (text === undefined) return { kind: 'inquiry', wants: [{ kind: 'config', path: command }] };
  const interpreter = /^#!\s*(\/\S+)/.exec(text)?.[1];
  return { paths: interpreter === undefined ? [] : [interpreter] };
}
