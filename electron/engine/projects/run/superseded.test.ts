import { describe, expect, it } from 'vitest';
import { SlipwayError } from '../../../../shared/errors.ts';
import type { MigrationResult, Verdict } from '../../../../shared/model/result.ts';
import { createJob } from '../../remote/testing/job.ts';
import { removeSuperseded, supersededImages } from './superseded.ts';

type Built = [name: string, imageId: string | undefined, verdict?: Verdict];

function result(...built: Built[]): MigrationResult {
  const of = ([name, imageId, verdict = 'equivalent']: Built) => ({
    ...{ name, stack: 'x', fit: { grade: 'A', reasons: [] }, ports: [], verdict, reasons: [], repairs: [] },
    ...(imageId === undefined ? {} : { imageId }),
  });
  return { bundle: '/b', workloads: built.map(of) };
}

describe('superseded images', () => {
  it('are those that a run has replaced with others that work', () => {
    expect(supersededImages(result(['web', 'old'], ['db', 'same']), result(['web', 'new'], ['db', 'same']))).toEqual([
      'old',
    ]);
  });

  it('are none where the new one failed, where none was built, and before the first run', () => {
    expect(supersededImages(result(['web', 'old']), result(['web', 'new', 'failed']))).toEqual([]);
    expect(supersededImages(result(['web', 'old']), result(['web', undefined]))).toEqual([]);
    expect(supersededImages(result(['gone', 'old']), result(['web', 'new']))).toEqual([]);
    expect(supersededImages(undefined, result(['web', 'new']))).toEqual([]);
  });

  it('are not removed while another workload has the same', () => {
    expect(supersededImages(result(['web', 'old'], ['api', 'x']), result(['web', 'new'], ['api', 'old']))).toEqual([
      'x',
    ]);
  });

  it('are told of where they are removed, and where they cannot be', async () => {
    const [before, after, job] = [result(['web', 'old']), result(['web', 'new']), createJob()];
    await removeSuperseded(before, after, { removeUnused: async () => ['slipway/web:1'] }, job);
    expect(job.said.at(-1)).toContain('slipway/web:1');
    const refuse = () => Promise.reject(new SlipwayError('docker.refused', 'Not now.'));
    await removeSuperseded(before, after, { removeUnused: refuse }, job);
    expect(job.said.at(-1)).toContain('stay on the Docker host: Not now.');
  });
});
