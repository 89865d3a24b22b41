import type { Choices } from '../../../shared/contract/inputs.ts';
import { SlipwayError } from '../../../shared/errors.ts';
import type { Facts } from '../../../shared/model/facts.ts';
import type { Plan } from '../../../shared/model/plan.ts';
import { sentence } from '../../../shared/text/sentence.ts';
import type { JobContext } from '../job-context.ts';
import { makePlan, type PlanOptions } from '../plan/make-plan.ts';
import { enrich } from '../probes/enrich.ts';
import type { RemoteHost } from '../remote/remote-host.ts';

/** What a service names may name further files: its program a configuration, that a list, and so on. */
const maxRounds = 8;

export interface Decision {
  plan: Plan;
  /** Values of the secret environment, by workload and variable. */
  secretValues: Map<string, Map<string, string>>;
  /** The facts with what the detectors asked for besides. */
  facts: Facts;
}

/**
 * Facts to plan. What the detectors still want to know is read in one exec a round; without a server (facts from a
 * file) the plan is made of what is there.
 */
export async function decide(
  facts: Facts,
  choices: Choices,
  host: RemoteHost | undefined,
  job: JobContext,
): Promise<Decision> {
  const options = planOptions(choices);
  let known = facts;
  let planned = makePlan(known, options);
  for (let round = 0; host !== undefined && planned.wants.length > 0 && round < maxRounds; round += 1) {
    job.emit({ type: 'progress', step: 'plan', done: round, unit: 'steps' });
    known = await enrich(host, known, planned.wants, job);
    planned = makePlan(known, options);
  }
  checkChosen(planned.plan, choices);
  return { plan: planned.plan, secretValues: planned.secretValues, facts: known };
}

function planOptions(choices: Choices): PlanOptions {
  const { workloads, strategy, base, include, exclude } = choices;
  return {
    ...(workloads && { workloads }),
    ...(strategy && { strategy }),
    ...(base && { base }),
    ...(include && { include }),
    ...(exclude && { exclude }),
  };
}

function checkChosen(plan: Plan, choices: Choices): void {
  const names = plan.workloads.map((workload) => workload.name);
  const unknown = (choices.workloads ?? []).filter((name) => !names.includes(name));
  if (unknown.length > 0) {
    throw new SlipwayError('usage', sentence`The server has no workload named ${unknown.join(', ')}.`, {
      hint: sentence`Found: ${[...names, ...plan.skipped.map((skipped) => skipped.name)].slice(0, 20).join(', ') || sentence`none`}.`,
    });
  }
}
