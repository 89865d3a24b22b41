import { forgetUnsaved } from '../project/unsaved.ts';

/** Loads the page anew. What is not saved comes back as it was, so nobody is asked about that. */
export function reloadPage(): void {
  forgetUnsaved();
  location.reload();
}
