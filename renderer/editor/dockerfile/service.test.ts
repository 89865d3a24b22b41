import { DockerfileLanguageServiceFactory } from 'dockerfile-language-service';
import { describe, expect, it } from 'vitest';
import { en } from '../../i18n/en/index.ts';
import { createDockerfileService } from './service.ts';

function service(text: string) {
  const texts = new Map([['u', text]]);
  return createDockerfileService(DockerfileLanguageServiceFactory.createLanguageService(), (uri) => texts.get(uri));
}

describe('the Dockerfile service', () => {
  it('finds what the builder refuses and what good practice forbids', () => {
    const { diagnostics, breaches } = service('FROM debian:12\nFOO x\nRUN sudo ls\nEXPOSE 99999\n').validate('u');
    expect(diagnostics.map(({ range }) => range.start.line)).toEqual([1]);
    expect(breaches.map(({ rule, first }) => [rule, first])).toEqual([
      ['DL3004', 3],
      ['DL3011', 4],
    ]);
  });

  it.each([
    '',
    'FOO\n',
    'FROM debian:12\nfrom x AS X Y\nEXPOSE a\nWORKDIR x\nSHELL x\nMAINTAINER x\nSTOPSIGNAL x\nENV A\nADD a b c\n',
    "FROM a:1\nHEALTHCHECK --interval=1 --foo=1 X\nONBUILD FROM x\nCMD ['a']\nCMD a\nRUN a \\\n\nCOPY --x=1 a b\n",
  ])('says everything in words of the app: %j', (text) => {
    const known = Object.keys(en.dockerfile.problem);
    const codes = service(text)
      .validate('u')
      .diagnostics.map(({ code }) => `${code}`);
    expect(codes.filter((code) => !known.includes(code))).toEqual([]);
  });

  it('offers instructions and explains them', async () => {
    const offered = await service('FROM debian:12\nEX\n').complete('u', { line: 1, character: 2 });
    expect(offered.map(({ label }) => label)).toContain('EXPOSE port');
    expect(service('FROM debian:12\n').hover('u', { line: 0, character: 1 })).not.toBeNull();
  });

  it('puts the source in order', () => {
    expect(service('from debian:12\nRUN a \\\nb\n').format('u', '    ')).toBe('FROM debian:12\nRUN a \\\n    b\n');
  });

  it('mends what it finds, with words of the app for each', () => {
    const text = 'from a:1 as\nHEALTHCHECK --intervall=3s CMD x\nRUN a \\\n\n b\n';
    const at = (line: number) => ({ start: { line, character: 0 }, end: { line, character: 1 } });
    const fixes = (line: number) => service(text).fixes('u', at(line));
    expect(fixes(0)).toEqual([{ name: 'upperCase', edits: [expect.objectContaining({ newText: 'FROM' })] }]);
    expect(fixes(1).map(({ name }) => name)).toContain('interval');
    expect(fixes(3)).toEqual([{ name: 'emptyLine', edits: [expect.objectContaining({ newText: '' })] }]);
    expect(Object.keys(en.dockerfile.fix)).toEqual(expect.arrayContaining(['interval', 'upperCase', 'emptyLine']));
  });

  it('folds what goes over several lines', () => {
    const text = 'FROM a:1\nRUN a \\\n b\nRUN <<EOF\nc\nEOF\n';
    expect(
      service(text)
        .folding('u')
        .map(({ startLine, endLine }) => [startLine, endLine]),
    ).toEqual([
      [1, 2],
      [3, 5],
    ]);
    expect(
      service(text)
        .symbols('u')
        .map(({ name }) => name),
    ).toEqual(['FROM', 'RUN', 'RUN']);
  });

  it('has nothing to say of a file that it does not know', async () => {
    expect(service('').symbols('other')).toEqual([]);
    expect(await service('').complete('other', { line: 0, character: 0 })).not.toBeUndefined();
  });
});
