import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import type { ScriptPart } from './script/compose.ts';
import { testJob } from './testing/job.ts';
import { localShell } from './testing/local-shell.ts';
import { runParts } from './wire/run.ts';
import { readSections } from './wire/sections.ts';

const folder = mkdtempSync(join(tmpdir(), 'slipway-limits-'));
afterAll(() => rmSync(folder, { recursive: true }));

const part = (name: string, script: string, changes: Partial<ScriptPart> = {}): ScriptPart => ({
  name,
  script,
  seconds: 60,
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
  const run = (...parts: ScriptPart[]) => runLanes(parts);

  async function runLanes(...lanes: ScriptPart[][]) {
    const { frames, secrets } = await runParts(localShell(argv), lanes, { signal: testJob().signal });
    return frames.map(({ name, body, complete }) => {
      const sections = readSections(body, secrets).map((section) => section.name);
      return { name, complete, bytes: body.length, sections };
    });
  }

  test('a part that hangs is ended, keeps what it had said, and the next one runs', async () => {
    const frames = await run(part('slow', 'section first; sleep 60', { seconds: 3 }), part('next', 'section second'));
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

  test('lanes run side by side, and what they say comes lane by lane', async () => {
    const met = join(folder, 'met');
    const waits = part('waits', `until [ -e ${met} ]; do sleep 0.01; done; section first`);
    const meets = part('meets', `: >${met}; section second`);
    const frames = await runLanes([waits, part('next', 'section third')], [meets, part('last', 'section fourth')]);
    rmSync(met);
    expect(frames).toMatchObject([
      { name: 'waits', sections: ['first', 'end'] },
      { name: 'next', sections: ['third', 'end'] },
      { name: 'meets', sections: ['second', 'end'] },
      { name: 'last', sections: ['fourth', 'end'] },
    ]);
  });

  test('a lane may say more than a pipe holds while it waits for the one before it', async () => {
    const slow = part('slow', 'sleep 0.3; section first');
    const loud = part('loud', 'section noise; head -c 300000 /dev/urandom', { bytes: 400_000 });
    const frames = await runLanes([slow], [loud]);
    expect(frames).toMatchObject([{ name: 'slow' }, { name: 'loud', complete: true, sections: ['noise', 'end'] }]);
    expect(frames[1]?.bytes).toBeGreaterThan(300_000);
  });

  test('a part cannot read the script it came with', async () => {
    const frames = await run(part('greedy', 'cat; section seen'), part('next', 'section second'));
    expect(frames.map(({ sections }) => sections)).toEqual([
      ['seen', 'end'],
      ['second', 'end'],
    ]);
  });
});
