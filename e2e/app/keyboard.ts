import { expect, type Locator, type Page } from '@playwright/test';
import { atRest } from './fake-pages.ts';

declare global {
  interface Window {
    /** What has the focus, and how it looked with it. */
    testFocus?: { element: Element; look: string };
  }
}

/** More stops than any page has: whoever needs more is caught somewhere. */
const mostStops = 250;

export interface Keyboard {
  press(key: string): Promise<void>;
  type(text: string): Promise<void>;
  /** Goes on with Tab, looking at every stop whether one can see it, until the focus is there. */
  tabTo(target: Locator): Promise<void>;
  /** {@link tabTo}, then Enter. */
  enter(target: Locator): Promise<void>;
  /** Goes once around the whole page by Tab: every stop can be seen, and none keeps the focus. Gives how many there are. */
  goAround(): Promise<number>;
}

/** A person who has a keyboard and no mouse. */
export function keyboardOf(page: Page): Keyboard {
  async function tab(): Promise<void> {
    await atRest(page);
    await page.evaluate(rememberLook);
    await page.keyboard.press('Tab');
    await atRest(page);
    expect(await page.evaluate(lookedTheSame), 'can be seen to have the focus').toBeUndefined();
  }

  const keyboard: Keyboard = {
    press: (key) => page.keyboard.press(key),
    type: (text) => page.keyboard.insertText(text),
    async tabTo(target) {
      for (let stops = 0; stops < mostStops; stops += 1) {
        if (await hasFocus(target)) return;
        await tab();
      }
      throw new Error(`Tab never came to ${target}.`);
    },
    async enter(target) {
      await keyboard.tabTo(target);
      await page.keyboard.press('Enter');
    },
    async goAround() {
      await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
      for (let stops = 0; stops < mostStops; stops += 1) {
        await tab();
        // After the last stop the browser's own would come.
        if (stops > 0 && (await page.evaluate(isAtTop))) return stops;
      }
      throw new Error('Tab never came around.');
    },
  };
  return keyboard;
}

function hasFocus(target: Locator): Promise<boolean> {
  return target.evaluateAll((elements) => elements.some((element) => element === document.activeElement));
}

function isAtTop(): boolean {
  return document.activeElement === document.body || document.activeElement === document.querySelector('button');
}

/** In the page: what of an element and what surrounds it may show that it has the focus. */
function rememberLook(): void {
  const element = document.activeElement;
  delete window.testFocus;
  // An editor and a terminal show it by their cursor.
  if (element === null || element === document.body || element.closest('.monaco-editor, .xterm') !== null) return;
  const look = (one: Element) => {
    const { outline, boxShadow, borderColor, backgroundColor, transform } = getComputedStyle(one);
    return [outline, boxShadow, borderColor, backgroundColor, transform].join();
  };
  const parts = [element, element.nextElementSibling, element.parentElement, element.parentElement?.parentElement];
  const lookNow = () => parts.map((one) => (one ? look(one) : '')).join(' | ');
  window.testFocus = { element, look: lookNow() };
  Object.assign(window.testFocus, { lookNow });
}

/** In the page, once the focus went on: what looks as it did with the focus. */
function lookedTheSame(): string | undefined {
  const before = window.testFocus as (Window['testFocus'] & { lookNow(): string }) | undefined;
  if (before === undefined || !before.element.isConnected || before.element === document.activeElement)
    return undefined;
  return before.lookNow() === before.look ? before.element.outerHTML.slice(0, 200) : undefined;
}
