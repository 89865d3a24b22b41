import type { Workload } from '../../../../../shared/model/plan.ts';
import { bringFound, lookFor } from '../change/bring-found.ts';
import { covers } from '../change/covers.ts';
import type { RepairRule } from '../failure.ts';
import { firstMatch, textOf } from '../log/log-text.ts';

/** As perl, bash, Python, PostgreSQL and C++ say it. */
const patterns = [
  /(cannot change locale \([^)]*\))/,
  /(Setting locale failed)/,
  /(unsupported locale setting)/,
  /(invalid locale name: "?[\w.@-]+)/,
  /(locale::facet::_S_create_c_locale name not valid)/,
  /(locale "?[\w.@-]+"? (?:is not|not) (?:supported|installed))/i,
];

/** A locale that the service asks for is not in the image. */
export const missingLocale: RepairRule = {
  id: 'missing-locale',
  diagnose(failure, workload) {
    const match = firstMatch(textOf(failure), patterns);
    if (match === undefined) return undefined;
    const candidates = [
      '/usr/lib/locale/locale-archive',
      ...localesOf(workload).map((name) => `/usr/lib/locale/${name}`),
    ];
    const { found, unknown } = lookFor(
      candidates.filter((path) => !covers(workload, path)),
      failure,
    );
    if (found !== undefined) return bringFound(match.line, found, failure, workload);
    if (unknown.length === 0) return undefined;
    return { kind: 'inquiry', wants: unknown.map((path) => ({ kind: 'file', path })) };
  },
};

/** The locales that the environment names, as their directories are called: `de_DE.UTF-8` is `de_DE.utf8`. */
function localesOf(workload: Workload): string[] {
  const values = workload.environment.filter(({ name }) => /^(?:LANG|LC_[A-Z]+)$/.test(name)).map(({ value }) => value);
  const names = values.filter((value) => /^[\w.@-]+$/.test(value));
  return [...new Set(names.flatMap((name) => [name.replace(/UTF-8$/i, 'utf8'), name]))];
}
