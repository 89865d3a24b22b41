import { describe, expect, it } from 'vitest';
import { parseInstructions, rangeOf } from './instructions.ts';

function read(text: string) {
  return parseInstructions(text).map((instruction) => [
    instruction.keyword,
    instruction.text,
    rangeOf(instruction).first,
    rangeOf(instruction).last,
  ]);
}

describe('parseInstructions', () => {
  it('reads instructions with their lines', () => {
    expect(read('# why\nFROM debian:bookworm-slim\n\nadd payload.tar /\n')).toEqual([
      ['FROM', 'debian:bookworm-slim', 2, 2],
      ['ADD', 'payload.tar /', 4, 4],
    ]);
  });

  it('joins continued lines and leaves out the comments between them', () => {
    expect(read('RUN a \\\n  # why\n\n  && b\nUSER 1\n')).toEqual([
      ['RUN', 'a   && b', 1, 4],
      ['USER', '1', 5, 5],
    ]);
  });

  it('knows Windows line ends', () => {
    expect(read('ENV A=1 \\\r\n  B=2\r\nUSER 1\r\n')).toEqual([
      ['ENV', 'A=1   B=2', 1, 2],
      ['USER', '1', 3, 3],
    ]);
  });

  it('knows another escape character, at the top alone', () => {
    expect(read('# escape=`\nRUN a `\n b\n')).toEqual([['RUN', 'a  b', 2, 3]]);
    expect(read('FROM x\n# escape=`\nRUN a `\nUSER 1\n').map(([keyword]) => keyword)).toEqual(['FROM', 'RUN', 'USER']);
  });

  it('takes here-documents for part of the instruction', () => {
    expect(read('COPY <<"END" /a\nUSER x\nEND\nRUN <<-A <<B\n1\n\tA\n2\nB\nUSER 1\n')).toEqual([
      ['COPY', '<<"END" /a', 1, 3],
      ['RUN', '<<-A <<B', 4, 8],
      ['USER', '1', 9, 9],
    ]);
  });

  it.each(['', '\n', '# only\n', 'FROM', 'RUN a \\'])('survives %j', (text) => {
    expect(parseInstructions(text).length).toBeLessThanOrEqual(1);
  });
});
