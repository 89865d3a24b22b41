/** A reply of the Redis serialization protocol (RESP2), as far as PING and INFO need it. */
export interface Reply {
  kind: 'text' | 'error';
  text: string;
}

/** The command as an array of bulk strings. */
export function encodeCommand(...words: string[]): string {
  return `*${words.length}\r\n${words.map((word) => `$${Buffer.byteLength(word)}\r\n${word}\r\n`).join('')}`;
}

/** The complete replies at the beginning of what was received; stops at what is no simple, error or bulk string. */
export function decodeReplies(received: Buffer): Reply[] {
  const replies: Reply[] = [];
  let rest = received;
  for (;;) {
    const end = rest.indexOf('\r\n');
    if (end < 0) return replies;
    const [sign, line] = [String.fromCharCode(rest[0] ?? 0), rest.toString('utf8', 1, end)];
    const length = sign === '$' ? Number(line) : 0;
    const bodyEnd = end + 2 + length;
    if (!'+-$'.includes(sign) || !(length >= 0) || (sign === '$' && rest.length < bodyEnd + 2)) return replies;
    const text = sign === '$' ? rest.toString('utf8', end + 2, bodyEnd) : line;
    replies.push({ kind: sign === '-' ? 'error' : 'text', text });
    rest = rest.subarray(sign === '$' ? bodyEnd + 2 : end + 2);
  }
}
