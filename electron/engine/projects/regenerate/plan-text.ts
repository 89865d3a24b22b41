import { isDeepStrictEqual } from 'node:util';
import { isMap, parseDocument } from 'yaml';
import type { Plan } from '../../../../shared/model/plan.ts';
import { parsePlan, serialisePlan } from '../../bundle/plan-file.ts';
import { reconcileDocument } from './reconcile-yaml.ts';

/**
 * The text of slipway.yaml for a plan. Where a person wrote comments into the present text they stay beside what they
 * stand at; what is gone from the plan takes its comments along. Without any, the text is as if it were written anew.
 */
export function planText(plan: Plan, present: string | undefined): string {
  const fresh = serialisePlan(plan);
  if (present === undefined || present === fresh) return fresh;
  const document = parseDocument(present, { stringKeys: true });
  if (document.errors.length > 0 || !isMap(document.contents)) return fresh;
  reconcileDocument(document, parseDocument(fresh).toJS());
  const text = document.toString({ lineWidth: 120 });
  return hasComments(text, fresh) && saysTheSame(text, plan) ? text : fresh;
}

function hasComments(text: string, fresh: string): boolean {
  const own = new Set(fresh.split('\n'));
  return text.split('\n').some((line) => line.includes('#') && !own.has(line));
}

/** Whatever YAML can express that we did not think of: the plan wins over its comments. */
function saysTheSame(text: string, plan: Plan): boolean {
  try {
    return isDeepStrictEqual(parsePlan(text), parsePlan(serialisePlan(plan)));
  } catch {
    return false;
  }
}
