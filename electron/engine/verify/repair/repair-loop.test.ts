import { describe, expect, it } from 'vitest';
import type { Facts } from '../../../../shared/model/facts.ts';
import type { Want } from '../../../../shared/model/findings.ts';
import type { Plan, Workload } from '../../../../shared/model/plan.ts';
import { sampleFacts, sampleFile } from '../testing/sample-facts.ts';
import { sampleJob } from '../testing/sample-job.ts';
import { samplePlan } from '../testing/sample-plan.ts';
import { sampleWorkload } from '../testing/sample-workload.ts';
import type { RepairRule, ReportedFailure } from './failure.ts';
import { type RepairRequest, repairLoop } from './repair-loop.ts';

/** Adds one note a round; the plan tells how often it was applied. */
const noting: RepairRule = {
  id: 'noting',
  diagnose: (failure) =>
    failure.log.includes('note me')
      ? {
          kind: 'diagnosis',
          symptom: failure.log,
          change: 'one more note',
          apply: (workload) => ({ ...workload, notes: [...workload.notes, 'noted'] }),
        }
      : undefined,
};
const idle: RepairRule = {
  id: 'idle',
  diagnose: () => ({ kind: 'diagnosis', symptom: 'any', change: 'none', apply: (workload) => workload }),
};

const failed = (workload: string, log: string): ReportedFailure => ({ workload, phase: 'start', log });

/** Fails until the plan satisfies the test; records each plan it was given. */
function attempts(failuresOf: (plan: Plan) => ReportedFailure[]) {
  const tried: { plan: Plan; changed: string[] }[] = [];
  const attempt: RepairRequest<number>['attempt'] = async (plan, changed) => {
    tried.push({ plan, changed: [...changed] });
    return { result: tried.length, failures: failuresOf(plan) };
  };
  return { tried, attempt };
}

const notesOf = (plan: Plan) => plan.workloads.map((workload) => workload.notes.length);
const general = { facts: sampleFacts(), maxRounds: 8 };

describe('repairLoop', () => {
  it('tries once where nothing fails', async () => {
    const { tried, attempt } = attempts(() => []);
    const outcome = await repairLoop({ ...general, plan: samplePlan(sampleWorkload()), attempt }, sampleJob());
    expect(outcome).toMatchObject({ ended: 'well', attempt: { result: 1 } });
    expect(tried[0]?.changed).toEqual(['portal']);
  });

  it('applies cures until all is well, and records and tells each', async () => {
    const job = sampleJob();
    const { attempt } = attempts((plan) => (notesOf(plan)[0] === 2 ? [] : [failed('portal', 'note me')]));
    const plan = samplePlan(sampleWorkload());
    const outcome = await repairLoop({ ...general, plan, attempt, rules: [idle, noting] }, job);
    expect(outcome.ended).toBe('well');
    const expected = [1, 2].map((round) => ({ round, rule: 'noting', symptom: 'note me', change: 'one more note' }));
    expect(outcome.plan.workloads[0]?.repairs).toEqual(expected);
    expect(job.events).toEqual(expected.map((repair) => ({ type: 'repair', workload: 'portal', repair })));
    expect(plan.workloads[0]?.repairs).toEqual([]);
  });

  it('stops where no rule knows a cure or the cure changes nothing', async () => {
    const { tried, attempt } = attempts(() => [failed('portal', 'segmentation fault')]);
    const plan = samplePlan(sampleWorkload());
    const outcome = await repairLoop({ ...general, plan, attempt, rules: [noting, idle] }, sampleJob());
    expect(outcome).toMatchObject({ ended: 'no-cure', attempt: { failures: [{ log: 'segmentation fault' }] } });
    expect(tried).toHaveLength(1);
  });

  it('gives up after the rounds, with the last try', async () => {
    const { tried, attempt } = attempts(() => [failed('portal', 'note me')]);
    const plan = samplePlan(sampleWorkload());
    const outcome = await repairLoop({ ...general, plan, attempt, rules: [noting] }, sampleJob());
    expect(outcome.ended).toBe('rounds-used');
    expect(tried).toHaveLength(9);
    expect(outcome.plan.workloads[0]?.repairs).toHaveLength(8);
  });

  it('repairs several workloads in one round, and says which changed', async () => {
    const plan = samplePlan(
      sampleWorkload({ name: 'web' }),
      sampleWorkload({ name: 'app' }),
      sampleWorkload({ name: 'db' }),
    );
    const { tried, attempt } = attempts((current) =>
      notesOf(current)[0] === 0 ? [failed('web', 'note me'), failed('db', 'note me')] : [],
    );
    await repairLoop({ ...general, plan, attempt, rules: [noting] }, sampleJob());
    expect(tried.map((one) => one.changed)).toEqual([
      ['web', 'app', 'db'],
      ['web', 'db'],
    ]);
  });

  it('lets a rule ask the server, and gives it the answers', async () => {
    const wanted: Want[][] = [];
    const enrich = async (facts: Facts, wants: Want[]) => {
      wanted.push(wants);
      return { ...facts, files: [sampleFile('/opt/portal/app.pl')] };
    };
    const isThere = (workload: Workload | undefined) =>
      workload?.files.include.some((one) => one.path === '/opt/portal/app.pl');
    const { attempt } = attempts((plan) =>
      isThere(plan.workloads[0])
        ? []
        : [failed('portal', `Can't open perl script "/opt/portal/app.pl": No such file or directory`)],
    );
    const plan = samplePlan(sampleWorkload());
    const outcome = await repairLoop({ ...general, plan, attempt, enrich }, sampleJob());
    expect(outcome.ended).toBe('well');
    expect(wanted).toEqual([[{ kind: 'file', path: '/opt/portal/app.pl' }]]);
    expect(outcome.facts?.files).toHaveLength(1);
  });

  it('does not ask for ever what the server does not tell', async () => {
    let asked = 0;
    const enrich = async (facts: Facts) => {
      asked++;
      return facts;
    };
    const { attempt } = attempts(() => [
      failed('portal', 'error while loading shared libraries: libx.so.1: cannot open shared object file'),
    ]);
    const plan = samplePlan(sampleWorkload());
    const outcome = await repairLoop({ ...general, plan, attempt, enrich }, sampleJob());
    expect(outcome.ended).toBe('no-cure');
    expect(asked).toBe(1);
  });

  it('stops when the job is cancelled', async () => {
    const job = sampleJob();
    const { tried, attempt } = attempts(() => {
      job.cancel();
      return [failed('portal', 'note me')];
    });
    const plan = samplePlan(sampleWorkload());
    await expect(repairLoop({ ...general, plan, attempt, rules: [noting] }, job)).rejects.toThrow(
      'cancelled by the test',
    );
    expect(tried).toHaveLength(1);
  });
});
