import type { IncomingHttpHeaders } from 'node:http';
import { refusal } from './guard.ts';
import { enterPage, messagePage } from './pages.ts';
import type { Session } from './session.ts';

export interface Door {
  port: number;
  session: Session;
}

interface Visit {
  method?: string | undefined;
  /** Path and query. */
  url?: string | undefined;
  headers: IncomingHttpHeaders;
}

/** What becomes of a request: the page's file, or an answer that says why not. */
export type Admission =
  | { kind: 'file'; pathname: string }
  | { kind: 'answer'; status: number; page: string; cookie?: string };

/** Who has the cookie gets the page, who has the token gets the cookie, anybody else a word why not. */
export function admit({ method, url, headers }: Visit, { port, session }: Door): Admission {
  const refused = refusal(headers, port);
  if (refused !== undefined) return answer(403, 'Not allowed', refused);
  if (method !== 'GET' && method !== 'HEAD') return answer(405, 'Not allowed', 'Pages are only read here.');
  const [pathname = '/', query] = (url ?? '/').split('?', 2);
  const token = new URLSearchParams(query).get('token');
  const cookie = pathname === '/' && token !== null ? session.redeem(token) : undefined;
  if (cookie !== undefined) return { kind: 'answer', status: 200, page: enterPage(), cookie };
  if (session.holds(headers.cookie)) return { kind: 'file', pathname };
  return answer(403, 'This link is used up', usedUp);
}

const usedUp =
  'A link of <code>slipway serve</code> opens Slipway in one browser, once. End the command with Ctrl-C and start it again for a new link.';

function answer(status: number, title: string, text: string): Admission {
  return { kind: 'answer', status, page: messagePage(title, text) };
}
