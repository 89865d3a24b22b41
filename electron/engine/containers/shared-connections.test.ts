import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { type DockerInput, dockerInputSchema } from '../../../shared/contract/inputs.ts';
import { SlipwayError } from '../../../shared/errors.ts';
import type { OpenedDockerHost } from '../docker/opened-host.ts';
import { createJob } from '../remote/testing/job.ts';
import { createSharedConnections } from './shared-connections.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

const office = dockerInputSchema.parse({ host: 'ssh://office' });

const locked = { ...office, host: 'ssh://locked' };
const refused = new SlipwayError('docker.refused', 'No.');

function setUp() {
  const opened: DockerInput[] = [];
  let closed = 0;
  const connections = createSharedConnections(async (docker, job) => {
    if ((await job.ask({ kind: 'passphrase', file: '/k' })) === undefined && docker.host === 'ssh://locked')
      throw refused;
    opened.push(docker);
    const close = async () => {
      closed += 1;
    };
    return { close } as OpenedDockerHost; // nothing else of it is used here
  }, 1000);
  return { connections, opened, closed: () => closed };
}

test('is opened once for all, and closed when nobody has used it for a while', async () => {
  const { connections, opened, closed } = setUp();
  const [one, other] = await Promise.all([connections.borrow(office), connections.borrow(office)]);
  expect(opened).toEqual([office]);
  one.release();
  one.release();
  await vi.advanceTimersByTimeAsync(5000);
  expect(closed()).toBe(0);
  other.release();
  await vi.advanceTimersByTimeAsync(999);
  const again = await connections.borrow(office);
  await vi.advanceTimersByTimeAsync(5000);
  expect([opened.length, closed()]).toEqual([1, 0]);
  again.release();
  await vi.advanceTimersByTimeAsync(1000);
  expect(closed()).toBe(1);
  await connections.borrow(office);
  expect(opened).toHaveLength(2);
});

test('another host has another connection', async () => {
  const { connections, opened } = setUp();
  await connections.borrow(office);
  await connections.borrow({ ...office, host: 'ssh://elsewhere' });
  expect(opened).toHaveLength(2);
});

test('a lost one is not lent again, and closed with its last user', async () => {
  const { connections, opened, closed } = setUp();
  const [one, other] = [await connections.borrow(office), await connections.borrow(office)];
  one.release(new SlipwayError('docker.dropped', 'Lost.'));
  await connections.borrow(office);
  expect(opened).toHaveLength(2);
  expect(closed()).toBe(0);
  other.release();
  await vi.advanceTimersByTimeAsync(0);
  expect(closed()).toBe(1);
});

test('one that cannot be opened is tried anew', async () => {
  let tries = 0;
  const connections = createSharedConnections(async () => {
    tries += 1;
    throw new SlipwayError('docker.unreachable', 'Not there.');
  });
  await expect(connections.borrow(office)).rejects.toMatchObject({ code: 'docker.unreachable' });
  await expect(connections.borrow(office)).rejects.toMatchObject({ code: 'docker.unreachable' });
  expect(tries).toBe(2);
});

test('one that takes an answer is there once it was given, and is kept for longer', async () => {
  const { connections, opened, closed } = setUp();
  await expect(connections.borrow(locked)).rejects.toBe(refused);
  await expect(connections.signIn(locked, createJob())).rejects.toBe(refused);
  const job = createJob({ passphrase: 'open sesame' });
  await connections.signIn(locked, job);
  await connections.signIn(locked, job);
  expect(job.asked).toHaveLength(1);
  await vi.advanceTimersByTimeAsync(60_000);
  (await connections.borrow(locked)).release();
  expect([opened.length, closed()]).toEqual([1, 0]);
});

test('one that is refused without asking is asked for, though it was on its way', async () => {
  const { connections, opened } = setUp();
  const silent = connections.borrow(locked);
  const signIn = connections.signIn(locked, createJob({ passphrase: 'open sesame' }));
  await expect(silent).rejects.toBe(refused);
  await signIn;
  expect(opened).toEqual([locked]);
});
