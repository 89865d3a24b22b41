import { execFileSync } from 'node:child_process';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { shellWord } from './shell-word.ts';

it('is read by a shell as the text itself', () => {
  const text = fc.string({ unit: 'grapheme', maxLength: 12 }).filter((one) => !one.includes('\0'));
  const texts = fc.sample(text, 200).concat('', "it's", '$(x)', 'a\nb', '~', 'A=b');
  const script = `printf '%s\\0' ${texts.map(shellWord).join(' ')}`;
  expect(execFileSync('sh', [], { input: script, encoding: 'utf8' }).split('\0').slice(0, -1)).toEqual(texts);
});
