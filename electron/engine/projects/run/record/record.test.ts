import { spawnSync } from 'node:child_process';
import { appendFile, readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { SlipwayError } from '../../../../../shared/errors.ts';
import type { JobEvent } from '../../../../../shared/model/events.ts';
import type { Recorded } from '../../../../../shared/model/run-record.ts';
import { createJob } from '../../../remote/testing/job.ts';
import { thisProcess } from '../../store/owner.ts';
import { readSettings, writeSettings } from '../../store/settings.ts';
import { type ScratchProject, scratchProject } from '../../testing/scratch-project.ts';
import { openRecordFile, recordFiles } from './record-file.ts';
import { recordRun } from './record-run.ts';

let scratch: ScratchProject;
let directory: string;
beforeEach(async () => {
  scratch = await scratchProject();
  directory = scratch.directory;
  await scratch.projects.create({ directory });
});
afterEach(() => scratch.remove());

const log = (text: string): JobEvent => ({ type: 'log', step: 'build', text });
const progress = (done: number): JobEvent => ({ type: 'progress', step: 'extract', done, unit: 'bytes' });

async function kept(): Promise<Recorded[]> {
  const entries: Recorded[] = [];
  for await (const part of scratch.projects.record({ directory }, undefined)) entries.push(...part);
  return entries;
}

const texts = (entries: readonly Recorded[]) =>
  entries.flatMap((entry) => (entry.kind === 'told' && entry.event.type === 'log' ? [entry.event.text] : []));

describe('the record of a run', () => {
  it('tells what was told, when it began and how it ended', async () => {
    expect(await kept()).toEqual([]);
    const heard: JobEvent[] = [];
    const job = { ...createJob(), emit: (event: JobEvent) => heard.push(event) };
    const result = await recordRun(directory, job, async ({ emit }) => {
      emit(progress(1));
      emit(log('Step 1/3'));
      return 'well';
    });
    expect(result).toBe('well');
    expect(heard).toEqual([progress(1), log('Step 1/3')]);
    const at = expect.any(Number);
    expect(await kept()).toEqual([
      { kind: 'begun', at },
      { kind: 'told', at, event: progress(1) },
      { kind: 'told', at, event: log('Step 1/3') },
      { kind: 'ended', at },
    ]);
  });

  it('tells why it failed, and who cancelled it', async () => {
    const refused = new SlipwayError('docker.refused', 'No.', { hint: 'Ask.' });
    await expect(recordRun(directory, createJob(), () => Promise.reject(refused))).rejects.toBe(refused);
    expect((await kept()).at(-1)).toMatchObject({ kind: 'ended', error: refused.toData() });
    const cancel = new AbortController();
    const run = () => {
      cancel.abort();
      return Promise.reject(new Error('torn down'));
    };
    await expect(recordRun(directory, createJob({}, cancel.signal), run)).rejects.toThrow();
    expect((await kept()).at(-1)).toMatchObject({ kind: 'ended', error: { code: 'cancelled' } });
  });

  it('holds no secret, neither a known one nor what looks like one, and is for its owner alone', async () => {
    await recordRun(directory, createJob(), async ({ emit }, hide) => {
      hide([{ name: 'portal/DB_PASSWORD', content: 'Tr0ub4dor&3-horse' }]);
      emit(log('connecting with Tr0ub4dor&3-horse'));
      emit(log('API_KEY=0123456789abcdef'));
      throw new SlipwayError('docker.refused', 'Login with Tr0ub4dor&3-horse failed.');
    }).catch(() => undefined);
    const [file = ''] = await recordFiles(directory);
    const text = await readFile(file, 'utf8');
    expect(text).toContain('connecting with •••');
    expect(text).not.toMatch(/Tr0ub4dor|0123456789abcdef/);
    expect((await stat(file)).mode & 0o777).toBe(0o600);
  });

  it('shows no part of a secret, where one holds another or the text is cut', async () => {
    await recordRun(directory, createJob(), async ({ emit }, hide) => {
      hide([
        { name: 'portal/PIN', content: 'Tr0ub4dor&3' },
        { name: 'portal/KEY', content: 'Tr0ub4dor&3-horse-battery' },
      ]);
      emit(log('with Tr0ub4dor&3-horse-battery'));
      emit(log(`${'.'.repeat(8180)}Tr0ub4dor&3-horse-battery`));
    });
    const [whole, cut = ''] = texts(await kept());
    expect(whole).toBe('with •••');
    expect(cut).toBe(`${'.'.repeat(8180)}•••`);
  });

  it('says that it was cut where its process was killed, also in the middle of a line', async () => {
    const file = join(directory, '.slipway/runs/2026-11-02T08-30-00-000Z.jsonl');
    const record = openRecordFile(file);
    record.add({ kind: 'begun', at: 1 });
    record.add({ kind: 'told', at: 2, event: log('half way') });
    await record.flush();
    await appendFile(file, '{"kind":"told","at":3,"ev');
    const running = { ...thisProcess(), pid: spawnSync(process.execPath, ['--version']).pid };
    await writeSettings(directory, { ...(await readSettings(directory)), running });
    expect((await kept()).slice(1)).toEqual([
      { kind: 'told', at: 2, event: log('half way') },
      { kind: 'ended', at: 2, error: expect.objectContaining({ code: 'run.cut' }) },
    ]);
    await scratch.projects.open({ directory });
    expect((await kept()).at(-1)).toMatchObject({ error: { code: 'run.cut' } });
  });

  it('has no end while it goes on', async () => {
    await writeSettings(directory, { ...(await readSettings(directory)), running: thisProcess() });
    await recordRun(directory, createJob(), async ({ emit }) => {
      emit(log('going on'));
      await vi.waitUntil(async () => texts(await kept()).includes('going on'));
      expect((await kept()).at(-1)).toMatchObject({ kind: 'told' });
    });
  });

  it('is kept of the newest few runs alone', async () => {
    for (let run = 1; run <= 7; run += 1) {
      await scratch.put(`.slipway/runs/2026-11-0${run}T08-30-00-000Z.jsonl`, '');
    }
    await recordRun(directory, createJob(), async () => undefined);
    const names = await readdir(join(directory, '.slipway/runs'));
    expect(names).toHaveLength(5);
    expect(names).toContain('2026-11-07T08-30-00-000Z.jsonl');
    expect(await kept()).toHaveLength(2);
  });

  it('keeps no run from going on where it cannot be written', async () => {
    await scratch.put('.slipway/runs', 'a file where the folder belongs');
    const warnings: string[] = [];
    const emit = (event: JobEvent) => void (event.type === 'warning' && warnings.push(event.text));
    expect(await recordRun(directory, { ...createJob(), emit }, async () => 'done')).toBe('done');
    expect(warnings).toEqual([expect.stringMatching(/^The log of this run is not kept: /)]);
  });
});

describe('a record that grows too large', () => {
  it('keeps its beginning, each step, the last progress and the newest lines', async () => {
    const file = join(directory, '.slipway/runs/2026-11-02T08-30-00-000Z.jsonl');
    const record = openRecordFile(file, 20_000);
    record.add({ kind: 'begun', at: 0 });
    record.add({ kind: 'told', at: 1, event: { type: 'log', step: 'connect', text: 'the first step' } });
    for (let at = 2; at < 1000; at += 1) {
      record.add({ kind: 'told', at, event: progress(at) });
      record.add({ kind: 'told', at, event: log(`line ${at}`) });
      if (at % 10 === 0) await record.flush();
    }
    record.add({ kind: 'ended', at: 1000 });
    await record.flush();
    expect((await stat(file)).size).toBeLessThan(30_000);
    const entries = await kept();
    expect(entries[0]).toEqual({ kind: 'begun', at: 0 });
    expect(entries.at(-1)).toEqual({ kind: 'ended', at: 1000 });
    expect(texts(entries)[0]).toBe('the first step');
    expect(texts(entries).at(-1)).toBe('line 999');
    const amounts = entries.flatMap((entry) =>
      entry.kind === 'told' && entry.event.type === 'progress' ? [entry.event.done] : [],
    );
    expect([amounts[0], amounts.at(-1)]).toEqual([2, 999]);
    const kinds = entries.map((entry) => (entry.kind === 'told' ? entry.at : 0));
    expect(kinds.slice(0, -1)).toEqual([...kinds.slice(0, -1)].sort((a, b) => a - b));
  });
});
