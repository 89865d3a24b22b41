import { z } from 'zod';

const boundsSchema = z.object({
  x: z.number().int(),
  y: z.number().int(),
  width: z.number().int().positive(),
  height: z.number().int().positive(),
});
export type Bounds = z.infer<typeof boundsSchema>;

export const windowStateSchema = z.object({ bounds: boundsSchema.optional(), maximized: z.boolean() });
export type WindowState = z.infer<typeof windowStateSchema>;

export const smallest = { width: 960, height: 640 };
const usual = { width: 1360, height: 900 };

/** How much of the title bar must be on a screen for a person to take hold of the window. */
const grip = 64;

/**
 * Where the window opens: where it was, unless that is no longer on any screen; then the usual size, in the middle of
 * the main one (`undefined` coordinates). Never larger than the screen it is on.
 */
export function openingBounds(
  kept: Bounds | undefined,
  screens: readonly Bounds[],
): { x?: number; y?: number; width: number; height: number } {
  const home = kept && screens.find((screen) => isWithinReach(kept, screen));
  if (kept !== undefined && home !== undefined) return { ...kept, ...sizeWithin(kept, home) };
  const [main] = screens;
  return main === undefined ? usual : sizeWithin(usual, main);
}

function isWithinReach(window: Bounds, screen: Bounds): boolean {
  const across = Math.min(window.x + window.width, screen.x + screen.width) - Math.max(window.x, screen.x);
  return across >= grip && window.y >= screen.y && window.y + grip <= screen.y + screen.height;
}

function sizeWithin(size: { width: number; height: number }, screen: Bounds): { width: number; height: number } {
  return { width: Math.min(size.width, screen.width), height: Math.min(size.height, screen.height) };
}
