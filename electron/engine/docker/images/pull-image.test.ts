import { describe, expect, it } from 'vitest';
import { recordingJob } from '../testing/engine.ts';
import { refusal } from './pull-image.ts';
import { createPullProgress } from './pull-progress.ts';

describe('refusal', () => {
  it('tells a missing image from one of another platform and from a full disk', () => {
    const host = { label: 'build' };
    expect(refusal(host, 'manifest for x:1 not found: manifest unknown')).toMatchObject({ kind: 'missing' });
    expect(refusal(host, 'no matching manifest for linux/s390x in the manifest list entries')).toEqual({
      kind: 'other-platform',
    });
    expect(() => refusal(host, 'failed to register layer: no space left on device')).toThrow(
      expect.objectContaining({ code: 'docker.no-space' }),
    );
  });
});

describe('createPullProgress', () => {
  it('adds up layers and never goes back', () => {
    const job = recordingJob();
    const progress = createPullProgress(job);
    progress('a', { current: 5, total: 10 });
    progress('b', { current: 20, total: 20 });
    progress('b', { current: 1, total: 20 });
    progress('a', undefined);
    expect(job.events.map((event) => event.type === 'progress' && [event.done, event.total])).toEqual([
      [5, 10],
      [25, 30],
      [25, 30],
    ]);
  });
});
