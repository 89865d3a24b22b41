import { expect, it } from 'vitest';
import { emptyPlan, emptyWorkload } from '../../../shared/testing/empty-plan.ts';
import { whySkipped } from './results.ts';

const image = { tag: 'slipway/php:1', id: 'sha256:1', sizeBytes: 1 };
const pod = { name: 'web', workloads: ['nginx', 'php'], reason: '', sharedDirectories: [] };
const plan = emptyPlan([emptyWorkload({ name: 'nginx' }), emptyWorkload({ name: 'php' })], { pods: [pod] });

it('says of a workload that was not tried out whose image its pod waits for', () => {
  const images = new Map([['php', image]]);
  expect(whySkipped('php', { plan, images })).toContain('needs the image of nginx.');
  expect(whySkipped('php', { plan, images: new Map([...images, ['nginx', image]]) })).toContain('in this run');
  expect(whySkipped('redis', { plan, images })).toContain('no pod');
});
