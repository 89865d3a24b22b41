import type { Workload } from '../../../../shared/model/plan.ts';
import { sentence } from '../../../../shared/text/sentence.ts';
import { slug } from '../../../../shared/text/slug.ts';
import { isPlainText, shown } from '../../detectors/support/plain-text.ts';
import { whySecretVariable } from './find-secrets.ts';
import type { Variable } from './variables.ts';

export interface SplitEnvironment {
  environment: Workload['environment'];
  secrets: Workload['secrets'];
  /** Value by variable of the secret ones: never part of the plan. */
  secretValues: Map<string, string>;
  notes: string[];
}

/** Variables apart: what may be read by all, and what is secret, of which only the name stands in the plan. */
export function splitEnvironment(variables: Variable[]): SplitEnvironment {
  const split: SplitEnvironment = { environment: [], secrets: [], secretValues: new Map(), notes: [] };
  for (const { name, value, reason } of variables) {
    const why = whySecretVariable(name, value);
    if (!/^[A-Za-z_][A-Za-z0-9_]*$/.test(name))
      split.notes.push(sentence`Variable left out, for its name is none: ${shown(name)}`);
    else if (why) {
      split.secrets.push({ kind: 'env', name: slug(name), variable: name, reason: `${reason}; ${why}` });
      split.secretValues.set(name, value);
    } else if (!isPlainText(value))
      split.notes.push(sentence`Variable ${name} left out: its value holds control characters.`);
    else split.environment.push({ name, value, reason });
  }
  return split;
}
