import { expect, test } from 'vitest';
import { sampleWorkload } from '../../verify/testing/sample-workload.ts';
import { podVolumes } from './pod-volumes.ts';

const pod = {
  name: 'web',
  workloads: ['web', 'app'],
  sharedDirectories: [{ path: '/run/app', reason: '' }],
  reason: '',
};

test('a directory of sockets lives in memory, as the plan says that it is', () => {
  const directories = [{ path: '/run/app', mode: 0o1777, uid: 0, gid: 5, reason: '' }];
  const [volume] = podVolumes(pod, [sampleWorkload({ directories })], 'm');
  expect(volume).toMatchObject({ path: '/run/app', workload: undefined, memory: { mode: 0o1777, uid: 0, gid: 5 } });
});

test('one that no plan describes is an ordinary volume', () => {
  expect(podVolumes(pod, [sampleWorkload({ directories: [] })], 'm')[0]?.memory).toBeUndefined();
});
