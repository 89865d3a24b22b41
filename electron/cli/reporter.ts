import type { ErrorData } from '../../shared/errors.ts';
import type { JobEvent } from '../../shared/model/events.ts';

/** Where a command's events, result and error go: JSON lines, plain lines or a live terminal. */
export interface Reporter {
  event(event: JobEvent): void;
  /** `json` is what `--json` prints beside `type`; `text` is what a person reads. */
  result(json: Record<string, unknown>, text: string): void;
  error(error: ErrorData): void;
}

export interface Output {
  write(text: string): void;
}
