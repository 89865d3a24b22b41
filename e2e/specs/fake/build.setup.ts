import { test } from '@playwright/test';
import { buildFakePages } from '../../app/fake-pages.ts';

test('builds the page over the fake engine, and the gallery', buildFakePages);
