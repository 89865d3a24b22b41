import { test } from '@playwright/test';
import { fakePagesFolder } from '../../app/fake-pages.ts';
import { buildPages } from '../../screens/build-pages.ts';

test('builds the page over the fake engine, and the gallery', async () => {
  await buildPages(fakePagesFolder);
});
