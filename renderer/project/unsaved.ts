/** How many texts of each project, by its folder, were edited in this page and are not saved. */
const unsaved = new Map<string, number>();

export function noteUnsaved(directory: string, count: number): void {
  unsaved.set(directory, count);
}

/** Of all projects: what is left as a draft in one that was closed is not saved either. */
export function countUnsaved(): number {
  return [...unsaved.values()].reduce((sum, count) => sum + count, 0);
}

/** The page is loaded anew and finds the drafts again. */
export function forgetUnsaved(): void {
  unsaved.clear();
}
