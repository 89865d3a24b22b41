/** What the window's process tells the engine's; `begin` and `page` come with a port. */
export type EngineMessage =
  /** The first: the port leads to the shell. */
  | { kind: 'begin'; logs: string }
  /** A page wants the engine at the other end of the port. */
  | { kind: 'page' }
  /** No page is left: end, as soon as every cancelled job has cleaned up. */
  | { kind: 'end' };

/** What the engine's process tells the window's, beside what it asks of the shell. */
export type EngineReport = { kind: 'jobs'; count: number };
