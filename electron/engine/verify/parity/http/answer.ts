/** What came back for a GET. */
export interface HttpAnswer {
  status: number;
  /** Lower-case name and value, in the order they came. */
  headers: (readonly [name: string, value: string])[];
  /** Content-Encoding undone; at most {@link BODY_LIMIT} bytes of it. */
  body: Buffer;
  /** The body was longer than what was read. */
  cut: boolean;
  /** Of a TLS connection. */
  certificate: { subject: string; fingerprint: string } | undefined;
}

/** What is read of a body; the rest is not compared, and that is said. */
export const BODY_LIMIT = 4 * 1024 * 1024;

/** Up to this size texts are compared line by line, above it by hash. */
export const TEXT_LIMIT = 1024 * 1024;

export function headerOf(answer: HttpAnswer, name: string): string | undefined {
  return answer.headers.find(([one]) => one === name)?.[1];
}
