import { describe, expect, it } from 'vitest';
import { readJsonLines } from './json-lines.ts';

async function* bytes(...chunks: (string | Buffer)[]): AsyncGenerator<Buffer> {
  for (const chunk of chunks) yield Buffer.from(chunk);
}

async function collect(stream: AsyncIterable<unknown>): Promise<unknown[]> {
  const values: unknown[] = [];
  for await (const value of stream) values.push(value);
  return values;
}

describe('readJsonLines', () => {
  it('reads values whose bytes arrive in any pieces', async () => {
    const whole = Buffer.from('{"stream":"größer"}\r\n\n{"b":2}');
    const pieces = [...whole].map((byte) => Buffer.from([byte]));
    expect(await collect(readJsonLines(bytes(...pieces)))).toEqual([{ stream: 'größer' }, { b: 2 }]);
  });

  it('rejects what is not JSON', async () => {
    await expect(collect(readJsonLines(bytes('<html>\n')))).rejects.toThrow(SyntaxError);
  });

  it('rejects a line without end', async () => {
    const endless = Array.from({ length: 5 }, () => 'x'.repeat(1024 * 1024));
    await expect(collect(readJsonLines(bytes(...endless)))).rejects.toThrow('without end');
  });
});
