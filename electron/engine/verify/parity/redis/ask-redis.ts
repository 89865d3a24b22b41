import type { Duplex } from 'node:stream';
import { sentence } from '../../../../../shared/text/sentence.ts';
import { decodeReplies, encodeCommand, type Reply } from './resp.ts';

/** PING, INFO and QUIT: nothing that reads or changes data. */
const commands = [encodeCommand('PING'), encodeCommand('INFO'), encodeCommand('QUIT')];
const ANSWER_LIMIT = 256 * 1024;

/** Asks over an open connection; resolves when all is answered or the service hangs up. */
export async function askRedis(stream: Duplex): Promise<Reply[]> {
  stream.write(commands.join(''));
  const chunks: Buffer[] = [];
  let replies: Reply[] = [];
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    chunks.push(chunk);
    const received = Buffer.concat(chunks);
    replies = decodeReplies(received);
    if (replies.length >= commands.length || received.length > ANSWER_LIMIT) break;
  }
  if (replies.length === 0) throw new Error(sentence`no reply of the Redis protocol`);
  return replies;
}
