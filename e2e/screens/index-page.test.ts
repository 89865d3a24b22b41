import { expect, it } from 'vitest';
import { indexPage } from './index-page.ts';

const scenes = [{ name: 'start', step: 'start' } as const, { name: 'gallery' }];

it('shows each scene in both themes and languages, the steps in both sizes', () => {
  const page = indexPage(scenes, []);
  const pictures = [...page.matchAll(/src="([^"]*)"/g)].map(([, file]) => file);
  expect(pictures).toHaveLength(2 * 4 + 4);
  expect(pictures).toContain('start-dark-zh-1920.png');
  expect(pictures).toContain('gallery-light-en-1280.png');
  expect(page).toContain('axe found nothing');
});

it('tells what was found, as text', () => {
  const page = indexPage(scenes, [{ scene: 'start', look: 'dark zh', text: 'label: a > input' }]);
  expect(page).toContain('start, dark zh: label: a &#62; input');
  expect(page).not.toContain('axe found nothing');
});
