import { isDeepStrictEqual } from 'node:util';
import type { Facts } from '../../../../shared/model/facts.ts';
import type { Want } from '../../../../shared/model/findings.ts';
import type { Plan, Repair, Workload } from '../../../../shared/model/plan.ts';
import type { JobContext } from '../../job-context.ts';
import type { Diagnosis, RepairRule, ReportedFailure } from './failure.ts';
import { repairRules } from './registry.ts';
import { knowledgeOf } from './server-knowledge.ts';

/** One try: the plan generated, built, started and verified. Without failures it succeeded. */
export interface Attempt<T> {
  /** What the job makes of it: images, containers, parity. */
  result: T;
  failures: ReportedFailure[];
}

export interface RepairRequest<T> {
  plan: Plan;
  facts: Facts | undefined;
  /**
   * Tries the plan. `changed` names the workloads that changed since the last try, all of them at the first. Leaves
   * nothing behind of the try before, and rejects only with errors that no change of the plan cures.
   */
  attempt(plan: Plan, changed: ReadonlySet<string>, facts: Facts | undefined): Promise<Attempt<T>>;
  /** Reads more of the server; absent where there is no server to ask. */
  enrich?: ((facts: Facts, wants: Want[]) => Promise<Facts>) | undefined;
  maxRounds: number;
  rules?: readonly RepairRule[];
  watch?: RepairWatch | undefined;
}

/** Who decides on repairs beside the rules, and keeps what is needed to take them back. */
export interface RepairWatch {
  /** Whether a person took this very repair back: it is then not made again. */
  refuses(workload: string, repair: Repair): boolean;
  note(before: Workload, after: Workload, repair: Repair): void;
}

export interface RepairOutcome<T> {
  attempt: Attempt<T>;
  /** With each repair recorded in its workload. */
  plan: Plan;
  /** With what was read for the cures. */
  facts: Facts | undefined;
  /** Why it ended: all is well, no rule knows a cure, or all rounds were used. */
  ended: 'well' | 'no-cure' | 'rounds-used';
}

interface State<T> {
  plan: Plan;
  facts: Facts | undefined;
  attempt: Attempt<T>;
}

/** How often the rules may ask for more facts before they decide. */
const INQUIRIES = 4;

/**
 * Tries, and while something fails that a rule knows, changes the plan and tries again: at most `maxRounds` changes of
 * a workload. Each change is told as an event and recorded in the plan, and can be undone there.
 */
export async function repairLoop<T>(request: RepairRequest<T>, job: JobContext): Promise<RepairOutcome<T>> {
  const all = new Set(request.plan.workloads.map((workload) => workload.name));
  const attempt = await request.attempt(request.plan, all, request.facts);
  let state: State<T> = { plan: request.plan, facts: request.facts, attempt };
  for (let round = 1; round <= request.maxRounds; round++) {
    if (state.attempt.failures.length === 0) return { ...state, ended: 'well' };
    job.signal.throwIfAborted();
    const next = await repairRound(state, round, request, job);
    if (next === undefined) return { ...state, ended: 'no-cure' };
    state = next;
  }
  return { ...state, ended: state.attempt.failures.length === 0 ? 'well' : 'rounds-used' };
}

/** Changes each workload that failed and has a cure, and tries again; undefined where none has. */
async function repairRound<T>(
  state: State<T>,
  round: number,
  request: RepairRequest<T>,
  job: JobContext,
): Promise<State<T> | undefined> {
  let { plan, facts } = state;
  const changed = new Set<string>();
  for (const failure of state.attempt.failures) {
    const workload = plan.workloads.find((one) => one.name === failure.workload);
    if (workload === undefined || changed.has(workload.name)) continue;
    const treated = await treat(failure, workload, round, { ...request, facts }, job);
    facts = treated.facts;
    if (treated.workload === undefined) continue;
    plan = replaceWorkload(plan, treated.workload);
    changed.add(workload.name);
  }
  if (changed.size === 0) return undefined;
  return { plan, facts, attempt: await request.attempt(plan, changed, facts) };
}

/** The workload with the first cure that changes anything; the facts, with what the rules wanted to know. */
async function treat(
  failure: ReportedFailure,
  workload: Workload,
  round: number,
  request: Pick<RepairRequest<unknown>, 'facts' | 'enrich' | 'rules' | 'watch'>,
  job: JobContext,
): Promise<{ workload: Workload | undefined; facts: Facts | undefined }> {
  let facts = request.facts;
  for (const rule of request.rules ?? repairRules) {
    const found = await consult(rule, failure, workload, facts, request.enrich, job);
    facts = found.facts;
    const cured = found.diagnosis?.apply(workload);
    if (found.diagnosis === undefined || cured === undefined || isDeepStrictEqual(cured, workload)) continue;
    const repair: Repair = { round, rule: rule.id, symptom: found.diagnosis.symptom, change: found.diagnosis.change };
    if (request.watch?.refuses(workload.name, repair)) continue;
    job.emit({ type: 'repair', workload: workload.name, repair });
    const repaired = { ...cured, repairs: [...cured.repairs, repair] };
    request.watch?.note(workload, repaired, repair);
    return { workload: repaired, facts };
  }
  return { workload: undefined, facts };
}

/** Asks one rule, and again with the answers when it wants to know more. */
async function consult(
  rule: RepairRule,
  failure: ReportedFailure,
  workload: Workload,
  known: Facts | undefined,
  enrich: RepairRequest<unknown>['enrich'],
  job: JobContext,
): Promise<{ diagnosis: Diagnosis | undefined; facts: Facts | undefined }> {
  let facts = known;
  let asked: Want[] = [];
  for (let inquiry = 0; inquiry <= INQUIRIES; inquiry++) {
    const opinion = rule.diagnose({ ...failure, ...knowledgeOf(facts) }, workload);
    if (opinion?.kind !== 'inquiry') return { diagnosis: opinion, facts };
    // What was asked once and is wanted still has no answer.
    if (facts === undefined || enrich === undefined || isDeepStrictEqual(asked, opinion.wants)) break;
    asked = opinion.wants;
    job.signal.throwIfAborted();
    facts = await enrich(facts, opinion.wants);
  }
  return { diagnosis: undefined, facts };
}

function replaceWorkload(plan: Plan, workload: Workload): Plan {
  return { ...plan, workloads: plan.workloads.map((one) => (one.name === workload.name ? workload : one)) };
}
