import { useEffect } from 'react';

// What had the focus last outside of every dialog: a button that has set off work is disabled before its question comes.
let last: Element | undefined;
document.addEventListener('focusin', ({ target }) => {
  if (target instanceof Element && target.closest('[role="dialog"]') === null) last = target;
});

/**
 * For a dialog that is gone as soon as it is answered: gives the focus back to what had it, or, where that can no longer
 * take it, to the heading of the page.
 */
export function useFocusReturn(): void {
  useEffect(() => {
    const before = last;
    return () => {
      if (before instanceof HTMLElement && before.isConnected) before.focus();
      if (document.activeElement !== before) document.querySelector<HTMLElement>('#content h1')?.focus();
    };
  }, []);
}
