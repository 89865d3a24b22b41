import type { ProjectFile } from '../../../../shared/model/project-file.ts';

/** A file's state in one word, the most pressing first; also the key of its text. */
export type FileState = 'generated' | 'edited' | 'conflict' | 'own' | 'secret' | 'binary' | 'unsaved';

export function stateKey({ kind, state }: ProjectFile, unsaved: boolean): FileState {
  if (kind === 'secret') return 'secret';
  if (unsaved) return 'unsaved';
  if (state === 'conflict') return 'conflict';
  return state === 'generated' && kind === 'binary' ? 'binary' : state;
}

/** Records that Slipway alone writes: it names no generated text for them, although it made them. */
export function isRecord(file: ProjectFile | undefined, generated: string | undefined): boolean {
  return file?.state === 'generated' && generated === undefined && file.path !== 'slipway.yaml';
}
