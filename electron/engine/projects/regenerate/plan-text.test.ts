import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parsePlan, serialisePlan } from '../../bundle/plan-file.ts';
import { plan, richWorkload, workload } from '../../generate/__fixtures__/plans.ts';
import { planText } from './plan-text.ts';

const rich = plan([richWorkload(), workload({ name: 'worker' })]);

describe('planText', () => {
  it('is as if written anew where nobody commented', () => {
    const changed = plan([workload({ title: 'Other' })]);
    expect(planText(changed, undefined)).toBe(serialisePlan(changed));
    expect(planText(changed, serialisePlan(rich))).toBe(serialisePlan(changed));
    expect(planText(changed, 'not: [a plan')).toBe(serialisePlan(changed));
  });

  it('always says what the plan says, whatever was commented and changed', () => {
    const lines = serialisePlan(rich).split('\n');
    const comment = fc.record({ at: fc.nat(lines.length - 1), text: fc.stringMatching(/^[ -~]{0,20}$/) });
    const change = fc.record({
      title: fc.string(),
      command: fc.array(fc.string(), { minLength: 1, maxLength: 3 }),
      notes: fc.array(fc.string(), { maxLength: 2 }),
    });
    fc.assert(
      fc.property(comment, change, ({ at, text }, changes) => {
        const indent = /^\s*/.exec(lines[at] ?? '')?.[0] ?? '';
        const commented = [...lines.slice(0, at), `${indent}# ${text}`, ...lines.slice(at)].join('\n');
        const changed = plan([workload({ ...richWorkload(), ...changes })]);
        expect(parsePlan(planText(changed, commented))).toEqual(parsePlan(serialisePlan(changed)));
      }),
      { numRuns: 20 },
    );
  });

  it('keeps comments beside what they stand at, and drops those of what is gone', () => {
    const text = serialisePlan(rich)
      .replace(/^( *)- name: worker/m, '$1# goes next year\n$1- name: worker')
      .replace(/^( *)hostname: (.*)$/m, '$1hostname: $2 # as in the company DNS');
    const kept = planText({ ...rich, gaps: ['one'] }, text);
    expect(kept).toMatch(/# goes next year\n *- name: worker/);
    expect(kept).toMatch(/hostname: .* # as in the company DNS/);
    expect(planText(plan([richWorkload()]), text)).not.toContain('goes next year');
  });
});
