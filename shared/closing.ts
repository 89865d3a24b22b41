/** What goes when a window or a browser's tab is closed. */
export interface Closing {
  /** Jobs that run: they would be cancelled. */
  jobs: number;
  /** Texts that are not saved, and that the next start would not bring back; the window's own always come back. */
  drafts: number;
}

/** Whether the person is asked before something closes: one rule for the window and for the browser. */
export function asksBeforeClosing({ jobs, drafts }: Closing): boolean {
  return jobs > 0 || drafts > 0;
}
