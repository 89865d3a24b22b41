import { type Group, groups, lanes, partOf } from './registry.ts';
import { splitFrame } from './wire/frames.ts';
import type { Answer } from './wire/read-probe.ts';
import type { RunResult } from './wire/run.ts';
import { readSections } from './wire/sections.ts';

export type Answers = ReadonlyMap<string, Answer>;

/** The answers of a run by probe. One that its group did not reach is there, and empty. */
export function answersOf({ frames, secrets }: Pick<RunResult, 'frames' | 'secrets'>, asked = groups): Answers {
  const answers = asked.flatMap((group) => {
    const part = partOf(group);
    const frame = frames.find(({ name }) => name === part.name);
    return splitFrame(frame, group, secrets.mark, part.bytes);
  });
  return new Map(answers.map((frame) => [frame.name, { frame, separators: secrets }]));
}

/** The lanes to run again for these probes: whole groups, since their members build on each other. */
export function lanesWith(names: readonly string[]): readonly (readonly Group[])[] {
  const again = lanes.map((lane) => lane.filter((group) => group.some((name) => names.includes(name))));
  return again.filter((lane) => lane.length > 0);
}

/** Of each probe what tells more: its second answer where that is whole, or longer than a first that is not. */
export function betterOf(first: Answers, second: Answers): Answers {
  const better = [...second].filter(([name, answer]) => {
    const before = first.get(name);
    return (
      before === undefined ||
      hasEnded(answer) ||
      (!hasEnded(before) && answer.frame.body.length > before.frame.body.length)
    );
  });
  return new Map([...first, ...better]);
}

function hasEnded({ frame, separators }: Answer): boolean {
  return readSections(frame.body, separators).some(({ name }) => name === 'end');
}
