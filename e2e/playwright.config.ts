import { defineConfig } from '@playwright/test';
import { findProgram } from '../scripts/machine/tools.ts';
import { sandboxArgs } from './app/places.ts';
import type { Surface } from './app/test.ts';

const chromium = findProgram('chromium') ?? findProgram('chromium-browser') ?? findProgram('google-chrome');

// `browser`: the page of `slipway serve` in the system's Chromium. `electron`: the app in a real Electron; where there is
// none, its tests fail with a word on how to get one. Both need `npm run build`; `electron` also a display (`xvfb-run`).
// `fake`: the page over the fake engine, and the gallery, which are built for it.
export default defineConfig<Surface>({
  testDir: 'specs',
  outputDir: '../test-results',
  timeout: 240_000,
  // What is waited for comes at once on a machine at rest, and still comes on a busy one.
  expect: { timeout: 30_000 },
  forbidOnly: Boolean(process.env.CI),
  // The machine's cores are for the app and for what it is tested against.
  workers: 1,
  reporter: [['list']],
  use: {
    launchOptions: {
      ...(chromium === undefined ? {} : { executablePath: chromium }),
      args: [...sandboxArgs, '--disable-background-networking'],
    },
    actionTimeout: 30_000,
    trace: 'retain-on-failure',
    screenshot: 'only-on-failure',
  },
  projects: [
    { name: 'fake pages', testMatch: 'fake/build.setup.ts' },
    { name: 'fake', testMatch: 'fake/**/*.spec.ts', dependencies: ['fake pages'] },
    { name: 'browser', testMatch: '{wizard,both,serve}/**/*.spec.ts', use: { surface: 'browser' } },
    { name: 'electron', testMatch: '{app,both}/**/*.spec.ts', use: { surface: 'window' } },
  ],
});
