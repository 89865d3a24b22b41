import { describe, expect, it } from 'vitest';
import { isStageName, stageAt, stageMentions } from './stages.ts';

const text = `FROM --platform=linux/amd64 debian:12 AS Build
RUN --mount=type=cache,target=/x make
FROM build as test
RUN --mount=type=bind,from=build,target=/b \\
    --mount=from=test2 true
COPY --chown=1:1 --from=build /a /b
COPY <<EOF /c
COPY --from=build x
EOF
FROM debian:12
COPY --from=test /a /b
COPY --from=nginx:1 /a /b
`;

describe('stageMentions', () => {
  it('finds where a stage is declared and where it is used, and nothing else', () => {
    expect(stageMentions(text).map(({ stage, line, declares }) => [stage, line, declares])).toEqual([
      ['build', 1, true],
      ['test', 3, true],
      ['build', 3, false],
      ['build', 4, false],
      ['build', 6, false],
      ['test', 11, false],
    ]);
  });

  it('says where, to the letter', () => {
    const lines = text.split('\n');
    for (const { stage, line, start, end } of stageMentions(text)) {
      expect(lines[line - 1]?.slice(start - 1, end - 1).toLowerCase()).toBe(stage);
    }
    expect(stageMentions('FROM from AS a\n')).toEqual([{ stage: 'a', line: 1, start: 14, end: 15, declares: true }]);
  });
});

describe('stageAt', () => {
  it('gives all mentions of the stage under the cursor', () => {
    expect(stageAt(text, 6, 26)).toHaveLength(4);
    expect(stageAt(text, 1, 44).map(({ line }) => line)).toEqual([1, 3, 4, 6]);
    expect(stageAt(text, 10, 8)).toEqual([]);
    expect(stageAt(text, 8, 14)).toEqual([]);
  });
});

describe('isStageName', () => {
  it.each([
    ['build', true],
    ['b.1-x_', true],
    ['1', false],
    ['a b', false],
    ['', false],
    ['a\n', false],
  ])('%j: %s', (name, valid) => expect(isStageName(name)).toBe(valid));
});
