import type { TFunction } from 'i18next';
import { describe, expect, it } from 'vitest';
import { hoverLines } from './why-decorations.ts';

const translate = ((key: string) => key) as TFunction;
const reason = { first: 1, last: 1, mark: 1, topic: 'ports' as const, changed: false };

describe('hoverLines', () => {
  it('shows what a server says as text, not as markup', () => {
    const hostile = '[x](command:evil) <img src=//a> ![i](https://a) `code` **b**';
    const [, said = ''] = hoverLines({ ...reason, reasons: [{ subject: '`a`', text: hostile }] }, translate);
    expect(said.replace(/\\[^\w\s]/g, '')).not.toMatch(/[[\]()<>!*]/);
    expect(said).toContain("`'a'`");
  });

  it('lets no name begin a line of its own', () => {
    const subject = '/srv/a\n\n[x](https://a)';
    const [, said = ''] = hoverLines({ ...reason, reasons: [{ subject, text: 'b' }] }, translate);
    expect(said).toBe('- `/srv/a [x](https://a)`: b');
  });

  it('says that a line was changed', () => {
    expect(hoverLines({ ...reason, reasons: [], changed: true }, translate)).toHaveLength(2);
  });
});
