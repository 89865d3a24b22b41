import WebSocket from 'ws';
import { z } from 'zod';

const targetsSchema = z.array(z.object({ type: z.string(), webSocketDebuggerUrl: z.string() }));
const answerSchema = z.object({ result: z.object({ result: z.object({ value: z.unknown() }) }) });

/** The value of an expression in the page of a Chromium that listens for debuggers on a port of this machine. */
export async function evaluateIn(port: number, expression: string): Promise<unknown> {
  const targets = targetsSchema.parse(await (await fetch(`http://127.0.0.1:${port}/json/list`)).json());
  const page = targets.find(({ type }) => type === 'page');
  if (page === undefined) throw new Error('No page is open.');
  const socket = new WebSocket(page.webSocketDebuggerUrl);
  try {
    const answer = new Promise<string>((resolve, reject) => {
      socket.once('error', reject);
      socket.once('message', (data) => resolve(String(data)));
    });
    socket.once('open', () => {
      const params = { expression, returnByValue: true, awaitPromise: true };
      socket.send(JSON.stringify({ id: 1, method: 'Runtime.evaluate', params }));
    });
    return answerSchema.parse(JSON.parse(await answer)).result.result.value;
  } finally {
    socket.close();
  }
}
