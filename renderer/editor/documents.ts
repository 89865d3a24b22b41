/**
 * The texts that are edited, by path. Monaco holds them in the app, a plain map in tests. They outlive the step: who
 * comes back finds the text and what can be undone.
 */
export interface Documents {
  /**
   * Shows `text` for a file of which `saved` is on disk. A document that is there already keeps what can be undone;
   * undoing everything in a new one leads to what is saved.
   */
  open(path: string, saved: string, text: string): void;
  /** The text as it is now; undefined for a file that is not open. */
  text(path: string): string | undefined;
  /** Replaces the text; can be undone. */
  replace(path: string, text: string): void;
  /** From now on, the text as it is counts as saved. */
  markSaved(path: string): void;
  isDirty(path: string): boolean;
  close(path: string): void;
  /** Calls back after each change of a text. Returns how to stop. */
  onChange(listener: (path: string) => void): () => void;
}
