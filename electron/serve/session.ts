import { randomBytes, timingSafeEqual } from 'node:crypto';

export interface Session {
  /** The token of the link that is printed. */
  readonly token: string;
  /** Exchanges the token for the cookie's line, once; undefined for any other token, and from the second time on. */
  redeem(token: string): string | undefined;
  /** Whether a request carries the cookie. */
  holds(cookieHeader: string | undefined): boolean;
}

/**
 * One person's way in: a token that is good for one use, then a cookie that no script can read and no other site can
 * send. The cookie's name carries the port, because browsers share cookies between the ports of a host.
 */
export function createSession(port: number): Session {
  const token = secret();
  const value = secret();
  const name = `slipway-${port}`;
  let used = false;
  return {
    token,
    redeem(given) {
      if (used || !same(given, token)) return undefined;
      used = true;
      return `${name}=${value}; Path=/; HttpOnly; SameSite=Strict`;
    },
    holds: (header = '') => header.split(/; */).some((cookie) => same(cookie, `${name}=${value}`)),
  };
}

function secret(): string {
  return randomBytes(32).toString('base64url');
}

function same(given: string, expected: string): boolean {
  const [left, right] = [Buffer.from(given), Buffer.from(expected)];
  return left.length === right.length && timingSafeEqual(left, right);
}
