import { type KeyboardEvent, useState } from 'react';

/** Moves the active row of a list by the keys that lists know; true where it was one of them. */
export function useActiveRow(count: number, pageSize: () => number, show: (index: number) => void) {
  const [wanted, setWanted] = useState(0);
  const active = Math.min(wanted, Math.max(0, count - 1));

  function activate(index: number) {
    const next = Math.max(0, Math.min(index, count - 1));
    setWanted(next);
    show(next);
  }

  function onKey(event: KeyboardEvent): boolean {
    const moves: Readonly<Record<string, () => number>> = {
      ArrowDown: () => active + 1,
      ArrowUp: () => active - 1,
      PageDown: () => active + pageSize(),
      PageUp: () => active - pageSize(),
      Home: () => 0,
      End: () => count - 1,
    };
    const move = Object.hasOwn(moves, event.key) ? moves[event.key] : undefined;
    if (move === undefined || event.altKey || event.ctrlKey || event.metaKey) return false;
    event.preventDefault();
    activate(move());
    return true;
  }

  return { active, activate, onKey };
}
