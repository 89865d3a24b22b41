import type { FileContent } from '../../../shared/model/project-file.ts';
import { lookAtProject } from '../projects/store/with-project.ts';
import { contentOf } from './content.ts';

/** A text of the project with what was generated for it. Rejects with `file.denied` for secrets and what is no text. */
export function readFileOf({ directory, path }: { directory: string; path: string }): Promise<FileContent> {
  return lookAtProject(directory, (root) => contentOf(root, path));
}
