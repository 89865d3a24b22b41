import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parityReport } from '../__fixtures__/plans.ts';
import { differingLines } from './differing-lines.ts';
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
    container: text,
    detail: text,
  };
  return parityPage({
    server: text,
    takenAt: text,
    workloads: [{ workload: text, verdict: 'failed', reasons: [text], checks: [check] }, ...report.workloads],
  });
}

/** Names of the tags of a page, in order. */
function tags(html: string): string[] {
  return [...html.matchAll(/<(\/?[a-z]\w*)/gi)].map((match) => match[1] ?? '');
}

describe('parityPage', () => {
  it('marks what differs, and nothing else', () => {
    expect([...page.matchAll(/<mark>(.*?)<\/mark>/g)].map((match) => match[1])).toEqual(['old', 'new']);
  });

  it('opens what differs and counts the outcomes', () => {
    expect(page.match(/<details open>/g)).toHaveLength(1);
    expect(page).toContain('<li><strong>1</strong><span lang="en">different</span>');
  });

  it('asks nobody for anything', () => {
    expect(page).not.toMatch(/(?:\bsrc=|href|url\(|@import|https?:)/);
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

describe('differingLines', () => {
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
    expect(differingLines(left, right)).toEqual({ left: inLeft, right: inRight });
  });
});
