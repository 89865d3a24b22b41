import { type RefObject, useEffect, useRef } from 'react';

/**
 * For the answer to something that was started on this page: scrolls it into sight when it arrives. Below the edge of a
 * small window it would be taken for none. What was there already when the page appeared is left where it is.
 */
export function useReveal<Shown extends HTMLElement>(isRunning: boolean): RefObject<Shown | null> {
  const shown = useRef<Shown>(null);
  const wasRunning = useRef(isRunning);
  useEffect(() => {
    if (wasRunning.current && !isRunning) shown.current?.scrollIntoView({ block: 'nearest' });
    wasRunning.current = isRunning;
  }, [isRunning]);
  return shown;
}
