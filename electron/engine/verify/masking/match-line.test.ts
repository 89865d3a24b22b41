import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { atomsOf } from './atoms.ts';
import { matchLine } from './match-line.ts';

const now = Date.UTC(2026, 10, 22, 19, 35, 14);
const context = { now, zoneOffsetMinutes: 60 };
const same = (samples: string[], container: string) => matchLine(samples, container, context).same;

describe('matchLine', () => {
  it('masks a counter that varies on the server, as a number', () => {
    expect(same(['hits: 1041', 'hits: 1042'], 'hits: 2')).toBe(true);
    expect(same(['hits: 1041', 'hits: 1042'], 'hits: none')).toBe(false);
  });

  it('does not mask what stands still on the server', () => {
    expect(same(['hits: 1041', 'hits: 1041'], 'hits: 2')).toBe(false);
    expect(same(['hits: 1041 of 5', 'hits: 1042 of 5'], 'hits: 2 of 6')).toBe(false);
  });

  it('masks a running clock, and finds one of another time zone', () => {
    const samples = ['now 2026-11-22 20:35:12 +0100', 'now 2026-11-22 20:35:13 +0100'];
    expect(same(samples, 'now 2026-11-22 20:36:01 +0100')).toBe(true);
    expect(same(samples, 'now 2026-11-22 19:36:01 +0000')).toBe(false);
  });

  it.each([
    'Sun Nov 22 20:35:14 2026',
    'Sun, 22 Nov 2026 19:35:14 GMT',
    '22/Nov/2026:20:35:14 +0100',
    '2026-11-22T19:35:14.123Z',
    '1795376114',
    '1795376114321',
  ])('masks %s where the server shows an older start', (started) => {
    expect(same(['started Mon Jan 05 03:04:05 2026'], `started ${started}`)).toBe(true);
  });

  it('masks a clock without seconds that went on in between, in any zone', () => {
    expect(same(['now 2026-11-23 03:34 CST'], 'now 2026-11-23 03:35 CST')).toBe(true);
    expect(same(['now 2026-11-23 03:34 CST'], 'now 2026-11-22 19:35 UTC')).toBe(false);
  });

  it('masks no old date: a file whose time was lost is a difference', () => {
    expect(same(['index.html 2024-03-01 10:00:00'], 'index.html 2025-07-01 10:00:00')).toBe(false);
  });

  it('masks ids only where a label says what they are', () => {
    expect(same(['running as pid 412'], 'running as pid 7')).toBe(true);
    expect(same(['offers 412 books'], 'offers 7 books')).toBe(false);
    expect(same(['boot_id=4fd2a1b0c3d4e5f6'], 'boot_id=00d2a1b0c3d4e5f7')).toBe(true);
    expect(same(['app.4fd2a1b0c3d4e5f6.js'], 'app.00d2a1b0c3d4e5f7.js')).toBe(false);
  });

  it('masks the address of the caller, who comes another way', () => {
    expect(same(['REMOTE_ADDR=127.0.0.1'], 'REMOTE_ADDR=172.17.0.1')).toBe(true);
    expect(same(['database 10.1.2.3'], 'database 10.1.2.4')).toBe(false);
  });

  it('lets text of varying shape vary between stable ends', () => {
    const samples = ['up 3 minutes, load 0.1', 'up 1 hour 2 seconds, load 0.1'];
    expect(same(samples, 'up 4 days 2 hours, load 0.1')).toBe(true);
    expect(same(samples, 'down since 4 days, load 0.1')).toBe(false);
  });

  it('says when nothing was compared', () => {
    expect(matchLine(['8213', '9120'], '17', context)).toMatchObject({ same: true, compared: false });
    expect(matchLine(['n=8213', 'n=9120'], 'n=17', context)).toMatchObject({ same: true, compared: true });
  });
});

describe('matchLine, for any line', () => {
  it('splits into atoms that are the line again', () => {
    const joined = (line: string) =>
      atomsOf(line)
        .map((atom) => atom.text)
        .join('');
    fc.assert(fc.property(fc.string({ unit: 'binary-ascii' }), (line) => joined(line) === line));
  });

  it('is the same as itself', () => {
    fc.assert(fc.property(fc.string(), (line) => same([line, line], line)));
  });

  it('never accepts another word where the server shows one word', () => {
    const word = fc.stringMatching(/^[a-z]{3,10}$/);
    fc.assert(
      fc.property(word, word, word, (before, left, right) => {
        fc.pre(left !== right);
        return !same([`${before} ${left}`, `${before} ${left}`], `${before} ${right}`);
      }),
    );
  });

  it('accepts any number where numbers vary, whatever stands around', () => {
    const text = fc.stringMatching(/^[a-z<>="/ ]{0,20}$/);
    const number = fc.integer({ min: 0, max: 99_999 });
    fc.assert(
      fc.property(text, text, number, number, number, (before, after, one, two, three) => {
        fc.pre(one !== two);
        return same([`${before} ${one} ${after}`, `${before} ${two} ${after}`], `${before} ${three} ${after}`);
      }),
    );
  });

  it('does not depend on the order of the samples for what stands still', () => {
    const line = fc.stringMatching(/^[a-z0-9 ]{0,20}$/);
    fc.assert(
      fc.property(
        line,
        line,
        line,
        (one, two, container) => same([one, two], container) === same([two, one], container),
      ),
    );
  });
});
