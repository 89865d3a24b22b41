import { connect } from 'node:net';
import type { Place, Question } from '../server.ts';

export interface TcpQuestion {
  name: string;
  port: number;
  /** Lines sent one after the other, once the connection stands. */
  send: readonly string[];
  /** The answer is complete when this matches what has come so far. */
  until: RegExp;
  expect: RegExp;
  /** What changes with every request. */
  mask?: readonly RegExp[];
}

/** A conversation in a line protocol; the answer's text is everything that the other side says. */
export function tcp(question: TcpQuestion): Question {
  return {
    name: question.name,
    port: question.port,
    expect: question.expect,
    ask: async (place) => {
      const said = await converse(place, question);
      return (question.mask ?? []).reduce((masked, pattern) => masked.replaceAll(pattern, '…'), said);
    },
  };
}

function converse(place: Place, question: TcpQuestion): Promise<string> {
  return new Promise((resolve, reject) => {
    let heard = '';
    const socket = connect(place, () => socket.write(question.send.map((line) => `${line}\r\n`).join('')));
    socket.setTimeout(15_000, () => socket.destroy(new Error(`no whole answer within 15 s, only ${heard}`)));
    socket.on('data', (chunk) => {
      heard += chunk.toString();
      if (question.until.test(heard)) socket.end(() => resolve(heard));
    });
    socket.on('error', reject);
    socket.on('close', () => resolve(heard));
  });
}
