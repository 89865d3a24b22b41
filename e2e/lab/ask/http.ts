import { type IncomingMessage, request } from 'node:http';
import type { Place, Question } from '../server.ts';

export interface HttpQuestion {
  path: string;
  port: number;
  method?: 'GET' | 'POST';
  headers?: Record<string, string>;
  body?: string;
  expect: RegExp;
  /** What changes with every request, such as a time or a process number. */
  mask?: readonly RegExp[];
}

/** An HTTP request; the answer's text is its status, the headers that clients rely on, and its body. */
export function http(question: HttpQuestion): Question {
  const method = question.method ?? 'GET';
  return {
    name: `${method} ${question.path}${question.headers === undefined ? '' : ' (with headers)'}`,
    port: question.port,
    expect: question.expect,
    ask: async (place) => mask(await answer(place, question), question.mask ?? []),
  };
}

function answer(place: Place, question: HttpQuestion): Promise<string> {
  return new Promise((resolve, reject) => {
    const asked = request(
      {
        ...place,
        path: question.path,
        method: question.method ?? 'GET',
        headers: { Host: 'server.example.internal', ...question.headers },
        agent: false,
        timeout: 15_000,
      },
      (response) => {
        readAll(response).then((body) => resolve(describe(response, body)), reject);
      },
    );
    asked.on('timeout', () => asked.destroy(new Error('no answer within 15 s')));
    asked.on('error', reject);
    asked.end(question.body);
  });
}

async function readAll(response: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of response) chunks.push(chunk);
  return Buffer.concat(chunks).toString();
}

const headersThatMatter = ['content-type', 'location', 'www-authenticate', 'cache-control', 'server', 'x-powered-by'];

function describe(response: IncomingMessage, body: string): string {
  const names = Object.keys(response.headers).filter((name) => headersThatMatter.includes(name) || isOwn(name));
  const headers = names.sort().map((name) => `${name}: ${String(response.headers[name])}`);
  return [`${response.statusCode}`, ...headers, '', body].join('\n');
}

function isOwn(header: string): boolean {
  return header.startsWith('x-');
}

function mask(text: string, patterns: readonly RegExp[]): string {
  return patterns.reduce((masked, pattern) => masked.replaceAll(pattern, '…'), text);
}
