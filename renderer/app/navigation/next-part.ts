const focusable = 'h1, a[href], button:not(:disabled), input:not(:disabled), [tabindex="0"]';

/**
 * Takes the focus to the next part of the window (header, steps, content, status bar), or back to the one before. The way
 * out by keyboard of what keeps Tab for itself: the editor and a container's terminal (WCAG 2.1.2).
 */
export function focusNextPart(direction: 1 | -1): void {
  const frame = document.getElementById('content')?.parentElement;
  const parts = [...(frame?.children ?? [])].filter((part) => part.matches('header, nav, main, footer'));
  const at = parts.findIndex((part) => part.contains(document.activeElement));
  const from = at === -1 && direction === -1 ? 0 : at;
  const next = parts[(from + direction + parts.length) % parts.length];
  next?.querySelector<HTMLElement>(focusable)?.focus();
}
