import { describe, expect, it } from 'vitest';
import { recorded } from '../fake/recorded.ts';
import { inLanguage } from './said.tsx';

/** What stands in the plan of a real server, in the files of its workloads, and what was said while it was migrated. */
function said(): string[] {
  const { plan, evidence, run, doctor, services, facts, parity } = recorded;
  return [
    ...plan.workloads.flatMap((workload) => [
      ...workload.evidence,
      ...workload.fit.reasons,
      ...workload.notes,
      workload.base.reason,
      workload.commandReason,
      workload.limits.reason,
      ...[
        workload.ports,
        workload.config,
        workload.secrets,
        workload.data,
        workload.logs,
        workload.environment,
      ].flatMap((things) => things.map(({ reason }) => reason)),
      ...workload.files.exclude.map(({ reason }) => reason),
      ...workload.repairs.flatMap(({ change }) => change),
    ]),
    ...plan.skipped.map(({ reason }) => reason),
    ...evidence.flatMap(({ reasons }) => reasons),
    ...run.flatMap((message) => (message.type === 'warning' ? [message.text] : [])),
    ...run.flatMap((message) => (message.type === 'repair' ? [message.repair.change] : [])),
    ...doctor.checks.flatMap(({ title, advice }) => [title, advice]),
    ...services.flatMap(({ reason }) => reason ?? []),
    ...facts.gaps.flatMap(({ hint }) => hint ?? []),
    ...parity.workloads.flatMap(({ checks, reasons }) => [
      ...reasons,
      ...checks.flatMap(({ title, detail, leftOut }) => [title, ...detail.split('\n'), ...(leftOut ?? [])]),
    ]),
  ];
}

describe('what the engine says', () => {
  it('is English in English', () => {
    expect(inLanguage('needed by libssl3', 'en')).toBe('needed by libssl3');
  });

  it('is Chinese in Chinese, as far as a real migration shows', () => {
    const texts = [...new Set(said())].filter((text) => /[a-z]{2} [a-z]{2}/.test(text));
    expect(texts.length).toBeGreaterThan(50);
    expect(texts.filter((text) => !/\p{Script=Han}/u.test(inLanguage(text, 'zh')))).toEqual([]);
  });
});
