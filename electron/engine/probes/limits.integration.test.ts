import { describe, expect, test } from 'vitest';
import type { ScriptPart } from './script/compose.ts';
import { testJob } from './testing/job.ts';
import { localShell } from './testing/local-shell.ts';
import { runParts } from './wire/run.ts';
import { readSections } from './wire/sections.ts';

const part = (name: string, script: string, changes: Partial<ScriptPart> = {}): ScriptPart => ({
  name,
  script,
  seconds: 1,
  bytes: 1000,
  ...changes,
});

/** The driver finds its tools missing: what stands in its text for their presence is turned round on the way. */
const withoutTools = [
  'sh',
  '-c',
  'sed \'s/slipway_timeout=yes/slipway_timeout=no/; s/slipway_coding=gzip/slipway_coding=raw/\' | sh -c "$1"',
];

describe.each([
  ['this machine', ['sh']],
  ['a server without timeout and gzip', withoutTools],
])('%s', (_, argv) => {
  async function run(...parts: ScriptPart[]) {
    const { frames, secrets } = await runParts(localShell(argv), parts, { signal: testJob().signal });
    return frames.map(({ name, body, complete }) => {
      const sections = readSections(body, secrets).map((section) => section.name);
      return { name, complete, bytes: body.length, sections };
    });
  }

  test('a part that hangs is ended, keeps what it had said, and the next one runs', async () => {
    const frames = await run(part('slow', 'section first; sleep 60'), part('next', 'section second'));
    expect(frames).toMatchObject([
      { name: 'slow', complete: true, sections: ['first'] },
      { name: 'next', complete: true, sections: ['second', 'end'] },
    ]);
  });

  test('a part that says too much is cut one byte behind its limit', async () => {
    const frames = await run(part('loud', 'section noise; cat /dev/zero'), part('next', 'section second'));
    expect(frames).toMatchObject([{ bytes: 1001 }, { sections: ['second', 'end'] }]);
  });

  test('a part that fails or ends early hurts no other', async () => {
    const frames = await run(part('broken', 'exit 3'), part('syntax', 'if'), part('next', 'section second'));
    expect(frames.map(({ sections }) => sections)).toEqual([[], [], ['second', 'end']]);
  });

  test('a part cannot read the script it came with', async () => {
    const frames = await run(part('greedy', 'cat; section seen'), part('next', 'section second'));
    expect(frames.map(({ sections }) => sections)).toEqual([
      ['seen', 'end'],
      ['second', 'end'],
    ]);
  });
});
