import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { JobEvent } from '../../../shared/model/events.ts';
import type { Want } from '../../../shared/model/findings.ts';
import { emptyFacts } from '../../../shared/testing/empty-facts.ts';
import { enrich } from './enrich.ts';
import { groups, partOf } from './registry.ts';
import { scan } from './scan.ts';
import { testJob } from './testing/job.ts';
import { type LocalShell, localShell } from './testing/local-shell.ts';

let root: string;
const wants: Want[] = [
  { kind: 'config', path: '/etc/hosts' },
  { kind: 'file', path: '/etc/passwd' },
];

beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'slipway-late-'));
});
afterAll(() => rmSync(root, { recursive: true }));

/**
 * A server on which a part of the script runs out of time, the first time (`until` names a file that remembers it) or
 * always: what stands in the script for its limit becomes a second, and its text begins with a long sleep.
 */
function busy(part: string, until?: string): LocalShell {
  const slow = `sed "s/^slipway_part ${part} [0-9]* \\([0-9]*\\) '/slipway_part ${part} 1 \\1 'sleep 60\\n/"`;
  const once = until === undefined ? slow : `if [ -e ${until} ]; then cat; else : >${until}; ${slow}; fi`;
  return localShell(['sh', '-c', `{ ${once}; } | sh -c "$1"`]);
}

function watched() {
  const events: JobEvent[] = [];
  const warnings = () => events.flatMap((event) => (event.type === 'warning' ? [event.text] : []));
  return { job: testJob({ emit: (event) => events.push(event) }), warnings };
}

function losses(facts: { gaps: { probe: string; subject: string; reason: string }[] }) {
  return facts.gaps.filter(({ probe, subject }) => subject === `probe ${probe}`).map(({ probe }) => probe);
}

test('probes that ran out of time are asked once more, and nothing is lost', async () => {
  const [files = []] = groups.filter((group) => group.includes('files'));
  const host = busy(partOf(files).name, join(root, 'scan'));
  const { job, warnings } = watched();
  const facts = await scan(host, job);
  expect(host.execs).toBe(2);
  expect(losses(facts)).toEqual([]);
  expect(warnings()).toEqual([]);
  expect(facts.configFiles.length).toBeGreaterThan(0);
  expect(facts.processes.length).toBeGreaterThan(0);
});

test('what stays lost is a gap and a warning, and is not asked a third time', async () => {
  const host = busy('units');
  const { job, warnings } = watched();
  const facts = await scan(host, job);
  expect(host.execs).toBe(2);
  expect(losses(facts)).toEqual(['units']);
  expect(warnings()).toEqual([expect.stringContaining('services')]);
});

test('file systems of a dead server are asked for once', async () => {
  const host = busy('mounts');
  const { job, warnings } = watched();
  expect(losses(await scan(host, job))).toEqual(['mounts']);
  expect(host.execs).toBe(1);
  expect(warnings()).toEqual([expect.stringContaining('mounted file systems')]);
});

test('an answer to the detectors that came too late is asked for once more', async () => {
  const host = busy('enrich', join(root, 'enrich'));
  const { job, warnings } = watched();
  const facts = await enrich(host, emptyFacts(), wants, job);
  expect(host.execs).toBe(2);
  expect(facts.gaps).toEqual([]);
  expect(warnings()).toEqual([]);
  expect(facts.configFiles.map(({ path }) => path)).toEqual(['/etc/hosts']);
});

test('what it never told is neither there nor missing', async () => {
  const { job, warnings } = watched();
  const facts = await enrich(busy('enrich'), emptyFacts(), wants, job);
  expect(warnings()).toEqual([expect.stringContaining('further configuration')]);
  expect(facts.files).toEqual([]);
  expect(facts.gaps.map(({ subject, reason }) => [subject, reason])).toEqual([
    ['probe enrich', 'timeout'],
    ['/etc/hosts', 'timeout'],
    ['/etc/passwd', 'timeout'],
  ]);
});
