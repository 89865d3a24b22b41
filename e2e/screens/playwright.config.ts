import { defineConfig } from '@playwright/test';
import base from '../playwright.config.ts';
import { type PictureOptions, pictureFolder } from './pictures.ts';

// `npm run screens`: the scenes of `specs/fake/scenes.spec.ts`, with pictures, and nothing else.
export default defineConfig<PictureOptions>({
  ...base,
  testDir: '../specs/fake',
  outputDir: '../../test-results',
  // A picture is mostly waited for.
  workers: 2,
  fullyParallel: true,
  projects: [
    { name: 'fake pages', testMatch: 'build.setup.ts' },
    {
      name: 'screens',
      testMatch: 'scenes.spec.ts',
      dependencies: ['fake pages'],
      use: { pictures: pictureFolder },
    },
  ],
});
