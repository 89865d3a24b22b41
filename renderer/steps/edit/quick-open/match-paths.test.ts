import { describe, expect, it } from 'vitest';
import { matchPaths } from './match-paths.ts';

const paths = [
  'compose.yaml',
  'slipway.yaml',
  'workloads/portal/Dockerfile',
  'workloads/portal/app/srv/portal/lib/deck.pm',
  'workloads/worker/Dockerfile',
  'environments/dev/.env',
];

describe('matchPaths', () => {
  it.each([
    ['compose', 'compose.yaml'],
    ['dock', 'workloads/portal/Dockerfile'],
    ['workerdock', 'workloads/worker/Dockerfile'],
    ['deck', 'workloads/portal/app/srv/portal/lib/deck.pm'],
    ['DEV ENV', 'environments/dev/.env'],
  ])('takes %j for %s first', (typed, expected) => {
    expect(matchPaths(paths, typed)[0]?.path).toBe(expected);
  });

  it('offers everything before the first letter', () => {
    expect(matchPaths(paths, '').length).toBe(paths.length);
  });

  it('offers nothing that lacks a letter', () => {
    expect(matchPaths(paths, 'composex')).toEqual([]);
  });

  it('says which letters did it', () => {
    expect(matchPaths(paths, 'slip')[0]?.places).toEqual([0, 1, 2, 3]);
  });
});
