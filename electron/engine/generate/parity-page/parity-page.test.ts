import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parityReport } from '../__fixtures__/plans.ts';
import { alignLines } from './align-lines.ts';
import { differingRange } from './differing-range.ts';
import { escapeHtml } from './html.ts';
import { parityPage } from './parity-page.ts';

const page = parityPage(parityReport());

function hostilePage(text: string): string {
  const report = parityReport();
  const check = {
    id: text,
    protocol: text,
    title: text,
    outcome: 'different' as const,
    server: text,
    container: `other ${text}`,
    detail: text,
    leftOut: [text],
  };
  return parityPage({
    server: text,
    takenAt: text,
    workloads: [{ workload: text, verdict: 'failed', reasons: [text], checks: [check] }, ...report.workloads],
  });
}

/** Names of the tags of a page, in order; how many marks there are depends on the words. */
function tags(html: string): string[] {
  return [...html.matchAll(/<(\/?[a-z]\w*)/gi)].map((match) => match[1] ?? '').filter((tag) => !tag.endsWith('mark'));
}

describe('parityPage', () => {
  it('marks what differs, and nothing else', () => {
    expect([...page.matchAll(/<mark>(.*?)<\/mark>/g)].map((match) => match[1])).toEqual(['old', 'new']);
  });

  it('opens what differs and counts the outcomes', () => {
    expect(page.match(/<details [^>]* open>/g)).toHaveLength(1);
    expect(page).toContain('<span class="bad">1 <span lang="en">different</span>');
  });

  it('says the verdict before everything else', () => {
    expect(page.indexOf('<h1>')).toBeLessThan(page.indexOf('<main>'));
    const failed = parityPage({
      ...parityReport(),
      workloads: [{ workload: 'a', verdict: 'failed', reasons: [], checks: [] }],
    });
    expect(failed).toContain('The container does not behave as the server does');
  });

  it('leads from a reason to its check', () => {
    const report = parityReport();
    const [workload] = report.workloads;
    if (workload === undefined) throw new Error('The report has a workload.');
    const failing = parityPage({
      ...report,
      workloads: [{ ...workload, verdict: 'failed', reasons: ['GET /x: it differs'] }],
    });
    const id = /<a href="#([\w-]+)">GET \/x<\/a>/.exec(failing)?.[1];
    expect(failing).toContain(`id="${id}" open>`);
  });

  it('has no two elements of one id', () => {
    const ids = [...page.matchAll(/ id="([^"]+)"/g)].map((match) => match[1]);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('asks nobody for anything', () => {
    expect(page).not.toMatch(/(?:\bsrc=|href="[^#]|url\(|@import|https?:)/);
    expect(page).toContain("default-src 'none'");
  });

  it('allows exactly the style and script that it holds', () => {
    for (const [tag, directive] of [
      ['style', 'style-src'],
      ['script', 'script-src'],
    ]) {
      const body = new RegExp(`<${tag}>([\\s\\S]*?)</${tag}>`).exec(page)?.[1] ?? '';
      const hash = createHash('sha256').update(body).digest('base64');
      expect(page).toContain(`${directive} 'sha256-${hash}'`);
    }
  });

  it('has every phrase of its own in both languages', () => {
    const body = page.slice(page.indexOf('<body>'), page.indexOf('<script>'));
    expect(body.match(/lang="en"/g)?.length).toBe(body.match(/lang="zh-CN"/g)?.length);
  });

  it('takes hostile text for nothing but text', () => {
    const expected = tags(hostilePage('plain'));
    const hostile = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom(
        '</pre><script>alert(1)</script>',
        '"><img src=x onerror=alert(1)>',
        '<!--',
        "' onload='x",
        '{{style}}',
      ),
    );
    fc.assert(
      fc.property(hostile, (text) => {
        fc.pre(!text.includes('\n') && text !== '');
        expect(tags(hostilePage(text))).toEqual(expected);
      }),
    );
  });
});

describe('escapeHtml', () => {
  it('shows control characters and those that turn the direction of text as a mark', () => {
    expect(escapeHtml('a\u001b[31m\u202eb\nc')).toBe('a\uFFFD[31m\uFFFDb\nc');
  });
});

describe('differingRange', () => {
  it.each([
    [
      ['a', 'b', 'c'],
      ['a', 'x', 'c'],
      [1, 2],
      [1, 2],
    ],
    [['a'], ['a', 'b'], [1, 1], [1, 2]],
    [['a', 'a'], ['a'], [1, 2], [1, 1]],
    [['a'], ['a'], [1, 1], [1, 1]],
  ])('%j against %j', (left, right, inLeft, inRight) => {
    expect(differingRange(left, right)).toEqual({ left: inLeft, right: inRight });
  });
});

describe('alignLines', () => {
  it('puts equal lines beside each other around what was added and changed', () => {
    const pairs = alignLines('a\nb\nc\nd', 'a\nx\nb\nC\nd').map(({ server, container }) => [server, container]);
    expect(pairs).toEqual([
      ['a', 'a'],
      [undefined, 'x'],
      ['b', 'b'],
      ['c', 'C'],
      ['d', 'd'],
    ]);
  });

  it('loses no line of either side', () => {
    const text = fc.array(fc.constantFrom('a', 'b', 'c', ''), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(text, text, (left, right) => {
        const pairs = alignLines(left.join('\n'), right.join('\n'));
        expect(pairs.flatMap(({ server }) => server ?? [])).toEqual(left);
        expect(pairs.flatMap(({ container }) => container ?? [])).toEqual(right);
      }),
    );
  });
});
