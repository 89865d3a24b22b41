import type { FileFact } from '../../../../../shared/model/facts.ts';
import { moduleTreeOf } from '../../../detectors/support/languages/module-tree.ts';
import { bringFound, lookFor } from '../change/bring-found.ts';
import { covers } from '../change/covers.ts';
import type { RepairRule } from '../failure.ts';
import { textOf } from '../log/log-text.ts';
import { missingModules } from '../modules/missing-modules.ts';

/** An interpreter misses a module, gem, class or extension that the server has. */
export const missingModule: RepairRule = {
  id: 'missing-module',
  diagnose(failure, workload) {
    for (const missing of missingModules(textOf(failure), failure)) {
      const candidates = missing.candidates.filter((path) => !covers(workload, path));
      const { found, unknown } = lookFor(candidates, failure);
      if (found !== undefined) return bringFound(missing.symptom, withItsTree(found), failure, workload);
      if (unknown.length > 0) return { kind: 'inquiry', wants: unknown.map((path) => ({ kind: 'file', path })) };
    }
    return undefined;
  },
};

/** One of Node's modules that no package owns is of use only with those that it loads. */
function withItsTree(found: FileFact): FileFact {
  const path = found.package === undefined ? moduleTreeOf(found.path) : undefined;
  return path === undefined ? found : { ...found, path, type: 'directory' };
}
