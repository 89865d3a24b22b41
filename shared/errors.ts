/**
 * Every error that a person sees. The set of codes is closed: the exit code of the command line and the advice in the
 * app hang on it. A SlipwayError crosses every bridge as the plain data of {@link ErrorData}.
 */
const exitCodes = {
  // 1: unusable arguments, or our own fault
  usage: 1,
  internal: 1,
  'bundle.not-empty': 1,
  'bundle.invalid': 1,
  'facts.invalid': 1,
  'project.exists': 1,
  'project.missing': 1,
  'file.changed': 1,
  'file.denied': 1,
  'file.conflict': 1,
  'file.missing': 1,
  'project.busy': 1,
  'project.held': 1,
  'run.cut': 1,
  'disk.full': 1,
  'disk.denied': 1,
  'demo.impossible': 1,
  'demo.failed': 1,
  'git.failed': 1,
  'git.auth': 1,
  'git.rejected': 1,
  'git.unreachable': 1,
  // 3: the server
  'server.unknown-host': 3,
  'server.refused': 3,
  'server.timeout': 3,
  'server.auth': 3,
  'server.key-unusable': 3,
  'server.host-key-unknown': 3,
  'server.host-key-changed': 3,
  'server.dropped': 3,
  'server.no-shell': 3,
  'server.sudo': 3,
  'server.protocol': 3,
  'server.unsupported': 3,
  // 4: the Docker host
  'docker.unreachable': 4,
  'docker.refused': 4,
  'docker.context': 4,
  'docker.dropped': 4,
  'docker.base-missing': 4,
  'docker.base-mismatch': 4,
  'docker.no-space': 4,
  cancelled: 130,
} as const;

export type ErrorCode = keyof typeof exitCodes;

/** A SlipwayError as it crosses a bridge or is printed with `--json`. */
export interface ErrorData {
  code: ErrorCode;
  /** One line: what is wrong. Never holds a secret. */
  message: string;
  /** One line: what to do next. */
  hint?: string;
}

export class SlipwayError extends Error {
  override readonly name = 'SlipwayError';
  readonly code: ErrorCode;
  readonly hint: string | undefined;

  constructor(code: ErrorCode, message: string, options: { hint?: string; cause?: unknown } = {}) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.code = code;
    this.hint = options.hint;
  }

  toData(): ErrorData {
    return { code: this.code, message: this.message, ...(this.hint === undefined ? {} : { hint: this.hint }) };
  }
}

/** The exit code of the command line that belongs to an error code. */
export function exitCodeOf(code: ErrorCode): number {
  return exitCodes[code];
}

export function isErrorCode(code: string): code is ErrorCode {
  return Object.hasOwn(exitCodes, code);
}

/** Any thrown value as a SlipwayError: one of ours stays as it is, an abort is a cancellation, the rest is internal. */
export function toSlipwayError(error: unknown): SlipwayError {
  if (error instanceof SlipwayError) return error;
  if (error instanceof Error && error.name === 'AbortError') return new SlipwayError('cancelled', 'Cancelled.');
  const message = error instanceof Error ? error.message : String(error);
  return new SlipwayError('internal', message, { cause: error });
}
