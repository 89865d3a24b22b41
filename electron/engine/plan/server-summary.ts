import type { Facts } from '../../../shared/model/facts.ts';
import type { Plan } from '../../../shared/model/plan.ts';
import { isPlainText, shown } from '../detectors/support/plain-text.ts';

/** The server as the plan names it. */
export function serverOf(facts: Facts): Plan['server'] {
  const { os, packages, surroundings } = facts;
  const locale = Object.entries(surroundings.locale).filter(
    ([name, value]) => /^[A-Z_]+$/.test(name) && isPlainText(value),
  );
  return {
    name: shown(os.hostname) || 'server',
    os: {
      id: shown(os.id),
      versionId: shown(os.versionId),
      codename: shown(os.codename),
      prettyName: shown(os.prettyName),
    },
    architecture: shown(os.architecture),
    timeZone: shown(surroundings.timeZone),
    locale: Object.fromEntries(locale.sort(([a], [b]) => (a < b ? -1 : 1))),
    packageManager: packages[0]?.manager ?? 'none',
  };
}
