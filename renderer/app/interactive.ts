let marked = false;

/** Notes in the page's timeline when a person could first use what it shows; the bench reads it there. */
export function markInteractive(): void {
  if (marked) return;
  marked = true;
  performance.mark('interactive');
}
