import { expect, it } from 'vitest';
import type { EvidenceEntry } from '../../../../shared/model/evidence.ts';
import { runAtOnce } from '../../../components/slices.ts';
import { type FileNode, fileTree, weigh } from './file-tree.ts';
import { exclude, excludedBy } from './selection.ts';

function entry(path: string, changes: Partial<EvidenceEntry> = {}): EvidenceEntry {
  const owner = { mode: 0o644, uid: 0, gid: 0, mtime: 0 };
  return { path, type: 'file', place: 'payload', ...owner, size: 1, origin: 'unowned', reasons: [], ...changes };
}

const entries = [
  entry('/usr/bin/app', { size: 100 }),
  entry('/usr/lib/b.so', { size: 300 }),
  entry('/usr/lib/a.so', { size: 50 }),
  entry('/usr/lib', { type: 'directory', size: 4096 }),
  entry('/bin/sh', { place: 'base', size: 900 }),
  entry('/usr/lib/link.so', { type: 'symlink', size: 9 }),
];

function outline(nodes: readonly FileNode[]): unknown[] {
  return nodes.map((node) =>
    node.children ? [node.name, node.sizeBytes, outline(node.children)] : [node.name, node.sizeBytes],
  );
}

it('sums what is shipped, directories first and by name', () => {
  expect(outline(runAtOnce(fileTree(entries, false, 'name')))).toEqual([
    ['bin', 0, [['sh', 0]]],
    [
      'usr',
      450,
      [
        ['bin', 100, [['app', 100]]],
        [
          'lib',
          350,
          [
            ['a.so', 50],
            ['b.so', 300],
            ['link.so', 0],
          ],
        ],
      ],
    ],
  ]);
});

it('puts the largest first where asked, and shows the image alone', () => {
  expect(outline(runAtOnce(fileTree(entries, true, 'size')))).toEqual([
    [
      'usr',
      450,
      [
        [
          'lib',
          350,
          [
            ['b.so', 300],
            ['a.so', 50],
            ['link.so', 0],
          ],
        ],
        ['bin', 100, [['app', 100]]],
      ],
    ],
  ]);
});

it('weighs what is left, and knows which directories are only partly in', () => {
  const files = exclude({ packages: [], include: [], exclude: [] }, '/usr/lib/b.so', 'by hand');
  const { bytes, files: count, mixed } = runAtOnce(weigh(entries, excludedBy(files)));
  expect({ bytes, count }).toEqual({ bytes: 150, count: 2 });
  expect([...mixed].sort()).toEqual(['/usr', '/usr/lib']);
});

it('does not call a directory partly in that is out itself', () => {
  const files = exclude({ packages: [], include: [], exclude: [] }, '/usr/lib', 'by hand');
  expect([...runAtOnce(weigh(entries, excludedBy(files))).mixed]).toEqual(['/usr']);
});

it('says that it is an estimate while a shipped file was only looked at', () => {
  const isEstimate = (...some: EvidenceEntry[]) => runAtOnce(weigh(some, excludedBy({ exclude: [] }))).isEstimate;
  const fetched = entry('/usr/bin/app', { sha256: 'ab' });
  expect(isEstimate(fetched, entry('/usr/bin/new'))).toBe(true);
  // What is not shipped is not fetched either; of a secret no hash is kept.
  expect(isEstimate(fetched, entry('/bin/sh', { place: 'base' }), entry('/etc/key', { place: 'secret' }))).toBe(false);
});
