import { describe, expect, it } from 'vitest';
import { contrast } from '../app/theme/contrast.ts';
import { roles } from '../app/theme/palette.ts';
import { tokenColors } from './themes.ts';

describe.each(['light', 'dark'] as const)('the %s theme of the editor', (scheme) => {
  it.each(Object.entries(tokenColors[scheme]))('has a %s that can be read (WCAG 2.2, 1.4.3)', (_name, color) => {
    expect(contrast(color, roles[scheme].body)).toBeGreaterThanOrEqual(4.5);
    expect(contrast(color, roles[scheme].surface)).toBeGreaterThanOrEqual(4.5);
  });
});
