import { describe, expect, it } from 'vitest';
import { contrast } from './contrast.ts';
import { amber, dark, gray, green, harbor, type Role, red, roles } from './palette.ts';

const surfaces = ['body', 'surface', 'sunken', 'raised', 'selected'] as const;
const texts: Role[] = ['text', 'dimmed', 'placeholder', 'accent', 'error', 'success', 'warning'];

describe.each(['light', 'dark'] as const)('the %s theme', (theme) => {
  const colors = roles[theme];

  it.each(surfaces)('has text that can be read on %s (WCAG 2.2, 1.4.3)', (surface) => {
    const weak = texts.filter((text) => contrast(colors[text], colors[surface]) < 4.5);
    expect(weak).toEqual([]);
  });

  it('has controls whose edge can be seen (WCAG 2.2, 1.4.11)', () => {
    for (const surface of ['body', 'raised'] as const) {
      expect(contrast(colors.control, colors[surface])).toBeGreaterThanOrEqual(3);
    }
  });
});

describe('tinted badges', () => {
  it.each(Object.entries({ amber, gray, green, harbor, red }))('read well in %s', (_name, tuple) => {
    expect(contrast(tuple[8], tuple[1])).toBeGreaterThanOrEqual(4.5);
    expect(contrast(tuple[2], dark[6])).toBeGreaterThanOrEqual(4.5);
    expect(contrast('#ffffff', tuple[7])).toBeGreaterThanOrEqual(4.5);
  });
});
