import type { Browser, BrowserType } from '@playwright/test';
import { findProgram } from '../../scripts/machine/tools.ts';
import { sandboxArgs } from '../app/places.ts';

/** The system's Chromium: Playwright's own is not downloaded. */
export function openChromium(chromium: BrowserType): Promise<Browser> {
  const executablePath = findProgram('chromium') ?? findProgram('chromium-browser') ?? findProgram('google-chrome');
  return chromium.launch({
    ...(executablePath === undefined ? {} : { executablePath }),
    args: [...sandboxArgs, '--disable-background-networking'],
  });
}
