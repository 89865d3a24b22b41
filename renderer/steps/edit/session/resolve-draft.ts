import type { FileContent } from '../../../../shared/model/project-file.ts';
import type { Draft } from './draft-store.ts';

export type Resolved =
  /** Nothing is unsaved; a draft that says the same as the file is of no use any more. */
  | { kind: 'saved' }
  /** The draft is a change of what is on disk now. */
  | { kind: 'draft'; text: string }
  /** The file changed since: a person has to choose. The draft goes on from its own version. */
  | { kind: 'both-changed'; text: string; version: string };

/** What to show for a file that may have been left with unsaved changes. */
export function resolveDraft(content: FileContent, draft: Draft | undefined): Resolved {
  if (draft === undefined || draft.text === content.text) return { kind: 'saved' };
  if (draft.version === content.version) return { kind: 'draft', text: draft.text };
  return { kind: 'both-changed', text: draft.text, version: draft.version };
}
