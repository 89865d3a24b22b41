import { expect, it } from 'vitest';
import { indexPage } from './index-page.ts';

it('shows each scene in both themes and languages, the steps in both sizes', () => {
  const page = indexPage([{ name: 'start', step: 'start' }, { name: 'gallery' }]);
  const pictures = [...page.matchAll(/src="([^"]*)"/g)].map(([, file]) => file);
  expect(pictures).toHaveLength(2 * 4 + 4);
  expect(pictures).toContain('start-dark-zh-1920.png');
  expect(pictures).toContain('gallery-light-en-1280.png');
});
