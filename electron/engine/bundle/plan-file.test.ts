import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { plan, richWorkload, workload } from '../generate/__fixtures__/plans.ts';
import { parsePlan, serialisePlan } from './plan-file.ts';

const text = serialisePlan(plan([richWorkload(), workload({ name: 'other' })]));

function lineOf(needle: string): number {
  return text.split('\n').findIndex((line) => line.includes(needle)) + 1;
}

describe('slipway.yaml', () => {
  it('gives back the plan that it was made of', () => {
    expect(parsePlan(text)).toEqual(plan([richWorkload(), workload({ name: 'other' })]));
  });

  it('gives back whatever text a server put into it', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'binary' }), (title, value) => {
        const strange = plan([workload({ title, environment: [{ name: 'A', value, reason: title }] })]);
        expect(parsePlan(serialisePlan(strange))).toEqual(strange);
      }),
    );
  });

  it('gives the same bytes twice', () => {
    expect(serialisePlan(parsePlan(text))).toBe(text);
  });

  it.each([
    ['a wrong type', 'workingDirectory: /srv/portal app', 'workingDirectory: [1]', 'workloads.0.workingDirectory'],
    ['a wrong word', 'strategy: minimal', 'strategy: magic', 'workloads.0.strategy'],
    ['broken YAML', 'stack: apache-cgi', 'stack: "apache', ''],
  ])('names the line of %s', (_, good, bad, path) => {
    const line = lineOf(good);
    expect(() => parsePlan(text.replace(good, bad))).toThrow(
      expect.objectContaining({
        code: 'bundle.invalid',
        message: expect.stringMatching(new RegExp(`^slipway\\.yaml:${line}: ${path}`)),
        hint: expect.stringContaining(`line ${line}`),
      }),
    );
  });

  it('names the workload that lacks something', () => {
    const line = lineOf('- name: portal');
    expect(() => parsePlan(text.replace('    stack: apache-cgi\n', ''))).toThrow(
      `slipway.yaml:${line}: workloads.0.stack`,
    );
  });

  it.each(['', 'null', '- 1', '[', '&a [*a]', '? {a: b}\n: c'])('refuses %j', (other) => {
    expect(() => parsePlan(other)).toThrow(expect.objectContaining({ code: 'bundle.invalid' }));
  });

  it('refuses aliases that would fill the memory', () => {
    const levels = Array.from({ length: 30 }, (_, level) => `l${level + 1}: &l${level + 1} [*l${level}, *l${level}]`);
    expect(() => parsePlan(`l0: &l0 [x]\n${levels.join('\n')}`)).toThrow(
      expect.objectContaining({ code: 'bundle.invalid' }),
    );
  });
});
