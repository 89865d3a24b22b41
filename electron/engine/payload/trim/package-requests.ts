import type { Workload } from '../../../../shared/model/plan.ts';
import { sentence } from '../../../../shared/text/sentence.ts';
import type { Request } from '../select/closure.ts';
import { isLicence } from '../select/leave-out.ts';
import type { ServerFiles } from '../select/server-files.ts';
import { ruleFor } from './named-files.ts';
import type { Trimming } from './trimming.ts';

/** What the plan's packages bring as far as they are taken. */
export function packageRequests(
  workload: Workload,
  files: ServerFiles,
  trimming: Pick<Trimming, 'provisional' | 'taken' | 'rules' | 'woken'>,
): Request[] {
  const { provisional, taken } = trimming;
  return workload.files.packages.flatMap(({ name, reason }) => {
    const ask = (path: string, why: string): Request => ({ path, scope: 'file', reason: why, source: 'package' });
    const paths = files.packages.get(name) ?? [];
    const known = provisional.get(name);
    if (known === undefined || taken.get(name) === 'whole')
      return paths
        .filter((path) => ruleFor(path, 'absent', trimming) === undefined)
        .map((path) => ask(path, sentence`package ${name}: ${reason}`));
    if (!taken.has(name)) return [];
    const licences = paths.filter((path) => isLicence(path) || path === `/usr/share/doc/${name}`);
    return [
      ...known.mapped.map((path) => ask(path, sentence`library of package ${name}: mapped by its processes`)),
      ...licences.map((path) => ask(path, sentence`licence of package ${name}`)),
    ];
  });
}
