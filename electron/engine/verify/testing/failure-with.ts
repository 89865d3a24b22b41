import type { Facts, FileFact } from '../../../../shared/model/facts.ts';
import type { Failure, Inquiry } from '../repair/failure.ts';
import { knowledgeOf } from '../repair/server-knowledge.ts';
import { sampleFacts } from './sample-facts.ts';

/** A failure with what is known of the server; where `files` are given, every other path is known to be missing. */
export function failureWith(changes: Partial<Failure>, facts: Facts = sampleFacts(), files?: FileFact[]): Failure {
  const known = new Map(files?.map((file) => [file.path, file]));
  return {
    phase: 'start',
    log: '',
    ...knowledgeOf(facts),
    ...(files === undefined ? {} : { serverFiles: (path: string) => known.get(path) ?? missing(path) }),
    ...changes,
  };
}

export function missing(path: string): FileFact {
  return { path, type: 'missing', mode: 0, uid: 0, gid: 0, size: 0, mtime: 0 };
}

export function wantedPaths(inquiry: Inquiry): string[] {
  return inquiry.wants.map((want) => want.path);
}
