import { describe, expect, it } from 'vitest';
import type { EvidenceEntry } from '../../../../shared/model/evidence.ts';
import { runAtOnce } from '../../../components/slices.ts';
import { filesByReason } from './files-by-reason.ts';

function entry(path: string, size: number, reason: string, place: EvidenceEntry['place'] = 'payload'): EvidenceEntry {
  return {
    path,
    type: 'file',
    place,
    mode: 0o644,
    uid: 0,
    gid: 0,
    size,
    mtime: 0,
    origin: 'unchanged',
    reasons: [reason],
  };
}

describe('filesByReason', () => {
  it('counts files and bytes, the most bytes first', () => {
    const entries = [
      entry('/a', 1, 'mapped by its processes'),
      entry('/b', 5, 'the application'),
      entry('/c', 2, 'mapped by its processes'),
      entry('/d', 9, 'the application', 'app'),
    ];
    expect(runAtOnce(filesByReason(entries, 'payload'))).toEqual([
      { reason: 'the application', files: 1, bytes: 5 },
      { reason: 'mapped by its processes', files: 2, bytes: 3 },
    ]);
  });

  it('takes reasons for one that differ in the file they name', () => {
    const entries = [entry('/a', 1, 'owns /usr/lib/a.so: mapped'), entry('/b', 1, 'owns /usr/lib/b.so: mapped')];
    expect(runAtOnce(filesByReason(entries, 'payload'))).toEqual([{ reason: 'mapped', files: 2, bytes: 2 }]);
  });
});
