import { expect, test } from 'vitest';
import { answersOf, betterOf, lanesWith } from './answers.ts';
import { groups, partOf } from './registry.ts';

const shared = groups.find((group) => group.length > 1) ?? [];
const [first = 'files', last = 'files'] = [shared[0], shared.at(-1)];

/** A run in which the shared part printed these sections of its probes. */
function run(mark: string, ...sections: string[]) {
  const body = Buffer.from(sections.map((section) => `${mark}:${section}\0`).join(''));
  const frame = { name: partOf(shared).name, body, complete: true };
  return answersOf({ frames: [frame], secrets: { boundary: 'b', mark, seal: 's' } }, [shared]);
}

test('a probe is run again with those that it shares a shell with, more patiently', () => {
  expect(lanesWith([last])).toEqual([[shared]]);
  expect(partOf(shared, 2).seconds).toBe(2 * partOf(shared).seconds);
});

test('a second answer that is whole takes the place of the first, each with its own separators', () => {
  const better = betterOf(run('m1', `probe ${first}`), run('m2', `probe ${first}`, 'end', `probe ${last}`, 'end'));
  expect([first, last].map((name) => better.get(name)?.separators.mark)).toEqual(['m2', 'm2']);
});

test('a second answer that was cut as well counts only where it tells more than a first that was cut', () => {
  const whole = run('m1', `probe ${first}`, 'end');
  const cut = run('m2', `probe ${first}`, 'some more of what it has to tell');
  expect(betterOf(whole, cut).get(first)?.separators.mark).toBe('m1');
  expect(betterOf(cut, run('m3', `probe ${first}`)).get(first)?.separators.mark).toBe('m2');
  expect(betterOf(run('m3', `probe ${first}`), cut).get(first)?.separators.mark).toBe('m2');
});
