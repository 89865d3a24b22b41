import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatDockerfile } from './format.ts';
import { parseInstructions } from './instructions.ts';

const format = (text: string) => formatDockerfile(text, '    ');

describe('formatDockerfile', () => {
  it('puts keywords in upper case, and only those', () => {
    expect(format('from debian:12 as build\ncopy --from=build From run\nonbuild run from\nfoo bar\n')).toBe(
      'FROM debian:12 AS build\nCOPY --from=build From run\nONBUILD RUN from\nfoo bar\n',
    );
  });

  it('takes out spaces at the ends of lines, blank lines beyond one, and ends with one line end', () => {
    expect(format('  FROM   a:1  \n\n\t\n\n  # why \nUSER 1\t\n\n\n')).toBe('FROM a:1\n\n# why\nUSER 1\n');
    expect(format('FROM a:1')).toBe('FROM a:1\n');
    expect(format('\n \n')).toBe('');
  });

  it('indents continued lines together, comments with them, and keeps what is further in', () => {
    const loose = 'RUN set -e; \\\nif a; then \\  \n  b; \\\n# why\n   \\\nfi\n';
    expect(format(loose)).toBe('RUN set -e; \\\n    if a; then \\\n      b; \\\n    # why\n       \\\n    fi\n');
    expect(format('COPY a \\\n\t\tb \\\n\t\t\tc\n')).toBe('COPY a \\\n    b \\\n    \tc\n');
    expect(format('ENV A=1 \\\nB=2\n')).toBe('ENV A=1 \\\n    B=2\n');
  });

  it('leaves spaces alone that may count', () => {
    const same = [
      'RUN echo "a \\\n   b" \\\n    && c\n',
      "RUN printf 'it\\\n  c'\n",
      'RUN ec\\\nho hi\n',
      'RUN cat a\\ \\\nb\n',
      'RUN cat a\\\\\n b\n',
      'ENV greeting good \\\n  morning\n',
      'LABEL a b \\\n c\n',
      'RUN <<EOF\nrun a  \n\n\n  b\nEOF\nUSER 1\n',
      'RUN 3<<EOF cat\nfrom x\nEOF\n',
      'ONBUILD RUN <<-EOF\n\tuser x  \n\tEOF\n',
      'COPY <<a <<b /x/\nuser 1  \na\nuser 2  \nb\n',
      'RUN <<EOF\nno end  \n\n\n',
    ];
    for (const text of same) expect(format(text)).toBe(text);
  });

  it('keeps parser directives what they are, and makes none', () => {
    expect(format('# syntax=docker/dockerfile:1\n# escape=`\nrun a `\nb\n')).toBe(
      '# syntax=docker/dockerfile:1\n# escape=`\nRUN a `\n    b\n',
    );
    for (const text of ['\n# escape=`\nRUN a \\\n    b\n', '  # escape=`\nRUN a \\\n    b\n']) {
      expect(format(text)).toBe(text);
    }
    expect(format('\n\n# escape=`\n')).toBe('\n# escape=`\n');
  });

  it('never changes what is said, and changes nothing twice', () => {
    const piece = fc.constantFrom(
      ...['run a ', 'ENV a=b', 'env a b', 'FROM x as y', '\\', ' \\', '`', '\n', '\n\n', '  ', '\t', '"', "'"],
      ...['# why', '# escape=`', '<<EOF', ' <<-EOF', 'EOF', 'onbuild ', 'COPY b', '\\\n', ' \\\n', '\r\n'],
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 20 }), (pieces) => {
        const text = pieces.join('');
        const once = format(text);
        expect(said(once)).toEqual(said(text));
        expect(format(once)).toBe(once);
      }),
      { numRuns: 2000 },
    );
  });
});

/** Without the spaces between words outside quotes, and with the lines of here-documents. */
function said(text: string) {
  return parseInstructions(text).map(({ keyword, text: words, lines, documents = Number.POSITIVE_INFINITY }) => [
    keyword,
    keyword === 'ONBUILD' || keyword === 'FROM' ? joined(words).toLowerCase() : joined(words),
    lines.filter(({ number }) => number >= documents).map((line) => line.text),
  ]);
}

function joined(words: string): string {
  const parts = words.split(/(\\.|"(?:\\.|[^"])*"|'[^']*')/);
  return parts.map((part, index) => (index % 2 === 0 ? part.replace(/[ \t]+/g, ' ') : part)).join('');
}
