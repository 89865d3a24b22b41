import { describe, expect, it } from 'vitest';
import type { ProjectFile } from '../../../../shared/model/project-file.ts';
import { isRecord, stateKey } from './file-state.ts';

const file: ProjectFile = { path: 'a', sizeBytes: 1, kind: 'text', state: 'generated' };

describe('stateKey', () => {
  it.each([
    [{}, false, 'generated'],
    [{ state: 'edited' }, false, 'edited'],
    [{ state: 'own' }, true, 'unsaved'],
    [{ state: 'conflict' }, false, 'conflict'],
    [{ kind: 'secret', state: 'own' }, false, 'secret'],
    [{ kind: 'binary' }, false, 'binary'],
    [{ kind: 'binary', state: 'own' }, false, 'own'],
  ] as const)('of %j, unsaved: %j, is %s', (change, unsaved, expected) => {
    expect(stateKey({ ...file, ...change }, unsaved)).toBe(expected);
  });
});

describe('isRecord', () => {
  it('knows what Slipway alone writes', () => {
    expect(isRecord(file, undefined)).toBe(true);
    expect(isRecord(file, 'text')).toBe(false);
    expect(isRecord({ ...file, path: 'slipway.yaml' }, undefined)).toBe(false);
    expect(isRecord({ ...file, state: 'own' }, undefined)).toBe(false);
  });
});
