import type { Workload } from '../../../../shared/model/plan.ts';
import type { NameRule } from './name-rule.ts';
import type { Trimming } from './trimming.ts';

/** Which rules still hold: nothing seen so far bears their name. */
export function sleepingRules({ rules, woken }: Pick<Trimming, 'rules' | 'woken'>): NameRule[] {
  return rules.filter((rule) => !woken.has(rule));
}

/** The rule by which a file of a package is treated as unneeded; undefined where there is none. */
export function ruleFor(
  path: string,
  unnamed: NameRule['unnamed'],
  trimming: Pick<Trimming, 'rules' | 'woken'>,
): NameRule | undefined {
  return sleepingRules(trimming).find((rule) => rule.unnamed === unnamed && rule.files.test(path));
}

/**
 * Notes that a file which is shipped and used bears the names of these rules. Their files are needed from now on: they
 * come along, and plug-ins that were taken for idle are looked into again.
 */
export function wake(named: Iterable<NameRule>, trimming: Trimming, examined: Set<string>): void {
  for (const rule of named) {
    trimming.woken.add(rule);
    if (rule.unnamed !== 'idle') continue;
    for (const path of [...trimming.idle.keys()].filter((one) => rule.files.test(one))) {
      trimming.idle.delete(path);
      examined.delete(path);
    }
  }
}

/** What the plan says counts too: the command, the environment, what the person asks for. */
export function wakeByPlan(workload: Workload, trimming: Trimming): void {
  const { packages: _listed, exclude: _unwanted, ...files } = workload.files;
  const text = JSON.stringify({ ...workload, files });
  wake(
    trimming.rules.filter(({ names }) => names.test(text)),
    trimming,
    new Set(),
  );
}

/** Files of packages that stay on the server since nothing names them. */
export function absentFiles(paths: Iterable<string>, trimming: Trimming): { what: string; paths: string[] }[] {
  const left = new Map<NameRule, string[]>();
  for (const path of paths) {
    const rule = ruleFor(path, 'absent', trimming);
    if (rule !== undefined) left.set(rule, [...(left.get(rule) ?? []), path]);
  }
  return [...left].map(([{ what }, found]) => ({ what, paths: found.sort() }));
}
