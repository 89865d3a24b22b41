export interface LostEngine {
  /** Calls back when the engine is gone for good: its process or server ended. At once where that has happened before. */
  onLost(listener: () => void): void;
  report(): void;
}

export function createLostEngine(): LostEngine {
  const listeners: (() => void)[] = [];
  let lost = false;
  return {
    onLost(listener) {
      if (lost) listener();
      else listeners.push(listener);
    },
    report() {
      lost = true;
      for (const listener of listeners.splice(0)) listener();
    },
  };
}
