import { copyFile, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium, type Page } from 'playwright';
import { toIcns } from './icon/icns.ts';
import { toIco } from './icon/ico.ts';
import type { Picture } from './icon/picture.ts';
import { runMain } from './machine/main.ts';
import { ensureTools, findProgram } from './machine/tools.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const folder = join(root, 'electron', 'icon');
const drawing = join(folder, 'icon.svg');
const page = join(root, 'renderer', 'public');

/**
 * `npm run icon`: the icon's pictures of all sizes, and the files that Windows and macOS want of them, from its drawing.
 * They are committed; run this after a change of it.
 */
runMain(async (cleanup) => {
  await ensureTools(['chromium']);
  const executablePath = findProgram('chromium');
  const browser = await chromium.launch({
    ...(executablePath === undefined ? {} : { executablePath }),
    // Chromium's sandbox does not start as root; what is drawn is our own.
    args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
  });
  cleanup.add(() => browser.close());
  const canvas = await browser.newPage();
  const svg = await readFile(drawing, 'utf8');
  const pictures: Picture[] = [];
  for (const size of [16, 32, 48, 64, 128, 256, 512, 1024]) {
    pictures.push({ size, png: await draw(canvas, svg, size, join(folder, `${size}x${size}.png`)) });
  }
  await writeFile(join(folder, 'icon.ico'), toIco(pictures));
  await writeFile(join(folder, 'icon.icns'), toIcns(pictures));
  await draw(canvas, svg, 256, join(page, 'icon.png'));
  await copyFile(drawing, join(page, 'icon.svg'));
  return 0;
});

async function draw(canvas: Page, svg: string, size: number, path: string): Promise<Buffer> {
  await canvas.setViewportSize({ width: size, height: size });
  await canvas.setContent(
    `<body style="margin:0">${svg.replace('<svg', `<svg width="${size}" height="${size}"`)}</body>`,
  );
  return canvas.screenshot({ path, omitBackground: true });
}
