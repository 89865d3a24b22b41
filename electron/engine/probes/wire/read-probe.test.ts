import { expect, test } from 'vitest';
import type { Probe } from '../probe.ts';
import { sectionText } from './read.ts';
import { readProbe } from './read-probe.ts';

const separators = { mark: 'm'.repeat(32), seal: 's'.repeat(32) };
const probe: Probe<string> = {
  name: 'sample',
  script: '',
  seconds: 5,
  bytes: 200,
  parse: (sections) => {
    const value = sectionText(sections, 'value');
    if (value === 'bad') throw new Error('nonsense');
    return { value, gaps: [] };
  },
};

function frame(...sections: [string, string][]) {
  const body = sections.map(([name, text]) => `${separators.mark}:${name}\0${text}`).join('');
  return { name: 'sample', body: Buffer.from(body), complete: true };
}

test('a probe that ended has no gap but what it told', () => {
  const read = readProbe(probe, {
    frame: frame(['value', 'x'], ['gap', 'permission\0/etc/secret\0\0'], ['end', '']),
    separators,
  });
  expect(read.value).toBe('x');
  expect(read.gaps).toEqual([
    {
      probe: 'sample',
      subject: '/etc/secret',
      reason: 'permission',
      hint: 'Scan as root or through sudo (--sudo) to read it.',
    },
  ]);
});

test.each([
  ['a missing frame', undefined, 'timeout'],
  ['a frame without its end', frame(['value', 'x']), 'timeout'],
  ['a frame over its limit', frame(['value', 'x'.repeat(300)]), 'truncated'],
  ['what the parser does not understand', frame(['value', 'bad'], ['end', '']), 'unparsable'],
])('%s is a gap and keeps the rest', (_, given, reason) => {
  const read = readProbe(probe, given && { frame: given, separators });
  expect(read.gaps.map((gap) => [gap.subject, gap.reason])).toEqual([['probe sample', reason]]);
  expect(typeof read.value).toBe('string');
});
