import { useCallback, useEffect, useRef } from 'react';

/** A function that stays the same from one rendering to the next and does what the newest one does. For event handlers. */
export function useStable<Arguments extends unknown[], Result>(
  handler: (...values: Arguments) => Result,
): (...values: Arguments) => Result {
  const latest = useRef(handler);
  useEffect(() => {
    latest.current = handler;
  });
  return useCallback((...values: Arguments) => latest.current(...values), []);
}
