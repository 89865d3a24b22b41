import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ProjectFile } from '../../../../shared/model/project-file.ts';
import { type FileNode, fileTree, firstOpen } from './file-tree.ts';

function file(path: string): ProjectFile {
  return { path, sizeBytes: 1, kind: 'text', state: 'generated' };
}

function leaves(nodes: readonly FileNode[]): string[] {
  return nodes.flatMap((node) => (node.children === undefined ? [node.id] : leaves(node.children)));
}

const files = ['workloads/web/Dockerfile', 'compose.yaml', 'workloads/web/app/x/y.py', 'README.md'].map(file);

describe('fileTree', () => {
  it('puts folders first, each by name', () => {
    expect(fileTree(files, () => 'x').map(({ name }) => name)).toEqual(['workloads', 'README.md', 'compose.yaml']);
  });

  it('says the state of a file aloud', () => {
    expect(fileTree(files, ({ state }) => state)[1]?.spokenName).toBe('README.md, generated');
  });

  it('holds every file once', () => {
    const segment = fc.stringMatching(/^[a-z]{1,2}$/);
    const path = fc.array(segment, { minLength: 1, maxLength: 4 }).map((parts) => `${parts.join('/')}.txt`);
    fc.assert(
      fc.property(fc.uniqueArray(path), (paths) => {
        expect(leaves(fileTree(paths.map(file), () => '')).sort()).toEqual([...paths].sort());
      }),
    );
  });
});

describe('firstOpen', () => {
  it('opens the workloads, not what is in their folders', () => {
    expect(firstOpen(files).sort()).toEqual(['workloads', 'workloads/web']);
  });
});
