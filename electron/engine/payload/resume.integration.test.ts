import { randomBytes } from 'node:crypto';
import { mkdirSync, mkdtempSync, readdirSync, readlinkSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { SlipwayError } from '../../../shared/errors.ts';
import { emptyPlan, emptyWorkload } from '../../../shared/testing/empty-plan.ts';
import { connectLocal } from '../remote/local.ts';
import type { RemoteHost } from '../remote/remote-host.ts';
import { until } from '../remote/testing/processes.ts';
import { collectPayload } from './collect.ts';
import streamScript from './stream/stream.sh?raw';
import { type RecordedJob, recordedJob } from './testing/recorded-job.ts';

// This machine is the server. /srv, because nothing below /tmp is ever taken along.
const server = join('/srv', `slipway-payload-${process.pid}`);
const laptop = mkdtempSync(join(tmpdir(), 'slipway-payload-'));
const fileBytes = 4 * 1024 * 1024;
const names = Array.from({ length: 12 }, (_, index) => `file-${String(index).padStart(2, '0')}`);
const workload = emptyWorkload({
  files: { packages: [], include: [{ path: server, scope: 'tree', reason: 'test' }], exclude: [] },
});
let spool: string;

beforeAll(() => {
  mkdirSync(server, { recursive: true });
  for (const name of names) writeFileSync(join(server, name), randomBytes(fileBytes));
});
beforeEach(() => {
  spool = mkdtempSync(join(laptop, 'spool-'));
});
afterAll(() => {
  rmSync(server, { recursive: true, force: true });
  rmSync(laptop, { recursive: true, force: true });
});

interface WatchedHost extends RemoteHost {
  /** Bytes that came out of the file stream. */
  streamed(): number;
}

/** This machine; `dropAfter` bytes of the file stream the connection breaks. */
async function watchedHost(dropAfter: number): Promise<WatchedHost> {
  const host = await connectLocal({ kind: 'local', host: '', sudo: false, acceptNewHostKey: false }, recordedJob());
  let streamed = 0;
  return {
    ...host,
    streamed: () => streamed,
    async exec(command, options) {
      if (command !== streamScript) return host.exec(command, options);
      const stop = new AbortController();
      options?.signal?.addEventListener('abort', () => stop.abort(options.signal?.reason), { once: true });
      const process = await host.exec(command, { ...options, signal: stop.signal });
      process.stdout.on('data', (chunk: Buffer) => {
        streamed += chunk.length;
        if (streamed >= dropAfter) stop.abort(new SlipwayError('server.dropped', 'The connection broke.'));
      });
      // Listening lets the data flow; whoever reads it decides when.
      process.stdout.pause();
      return process;
    },
  };
}

function collect(host: RemoteHost, job: RecordedJob, reconnect?: () => Promise<RemoteHost>) {
  return collectPayload(
    {
      host,
      plan: emptyPlan([workload]),
      workload,
      base: undefined,
      spool,
      ...(reconnect === undefined ? {} : { reconnect }),
    },
    job,
  );
}

/** Processes that have a file of the server open. */
function readers(): string[] {
  return readdirSync('/proc').filter(
    (pid) => /^\d+$/.test(pid) && openFiles(pid).some((path) => path.startsWith(server)),
  );
}

function openFiles(pid: string): string[] {
  try {
    return readdirSync(`/proc/${pid}/fd`).flatMap((fd) => {
      try {
        return [readlinkSync(`/proc/${pid}/fd/${fd}`)];
      } catch {
        return [];
      }
    });
  } catch {
    return [];
  }
}

describe('a dropped connection', () => {
  it('is taken up again with what is not yet here', async () => {
    const first = await watchedHost(5.5 * fileBytes);
    const second = await watchedHost(Number.POSITIVE_INFINITY);
    const collected = await collect(first, recordedJob(), async () => second);
    const files = collected.evidence.entries.filter(({ path, type }) => path.startsWith(server) && type === 'file');
    expect(files).toHaveLength(names.length);
    expect(second.streamed()).toBeGreaterThan(0);
    expect(second.streamed()).toBeLessThan(8.5 * fileBytes);
  });

  it('without a way back is an error, and the next run goes on from there', async () => {
    await expect(collect(await watchedHost(5.5 * fileBytes), recordedJob())).rejects.toMatchObject({
      code: 'server.dropped',
    });
    writeFileSync(join(server, 'file-00'), randomBytes(fileBytes));
    const again = await watchedHost(Number.POSITIVE_INFINITY);
    await collect(again, recordedJob());
    // The rest, and the one that is another now.
    expect(again.streamed()).toBeGreaterThan(7 * fileBytes);
    expect(again.streamed()).toBeLessThan(9.5 * fileBytes);
  });
});

describe('a cancel', () => {
  it('ends the stream and leaves no process on the server and no half file here', async () => {
    const job = recordedJob();
    const host = await watchedHost(Number.POSITIVE_INFINITY);
    const emit = job.emit;
    job.emit = (event) => {
      emit(event);
      if (event.type === 'progress' && event.done > 0) job.cancel();
    };
    await expect(collect(host, job)).rejects.toMatchObject({ name: 'AbortError' });
    await host.close();
    await until(() => readers().length === 0);
    expect(readdirSync(join(spool, 'content')).filter((name) => name.endsWith('.part'))).toEqual([]);
  });
});

describe('progress', () => {
  it('is told in bytes of a known total and ends with it', async () => {
    const job = recordedJob();
    await collect(await watchedHost(Number.POSITIVE_INFINITY), job);
    const steps = job.events.filter(
      (event) => event.type === 'progress' && (event.total ?? 0) >= names.length * fileBytes,
    );
    expect(steps.length).toBeGreaterThan(3);
    expect(steps.at(-1)).toMatchObject({ step: 'extract', workload: 'portal', unit: 'bytes' });
    for (const step of steps) if (step.type === 'progress') expect(step.done).toBeLessThanOrEqual(step.total ?? 0);
    const last = steps.at(-1);
    expect(last?.type === 'progress' && last.done === last.total).toBe(true);
  });
});
