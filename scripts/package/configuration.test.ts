import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { expect, it } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';

const root = new URL('../../', import.meta.url);
const configuration = () => parse(readFileSync(new URL('electron/package/builder.yml', root), 'utf8'));

// electron-builder compares every platform's part with it too, but only when something is packed.
const builder = createRequire(createRequire(import.meta.url).resolve('electron-builder'));
const schema = z.fromJSONSchema(JSON.parse(readFileSync(builder.resolve('app-builder-lib/scheme.json'), 'utf8')));

it('is as electron-builder has it, for every platform', () => {
  expect(schema.safeParse(configuration()).error).toBeUndefined();
});

it.each(['mac', 'dmg', 'win', 'nsis', 'linux', 'appImage', 'deb'])(
  'would be refused with an option too many in %s',
  (part) => {
    const changed = configuration();
    changed[part] = { ...changed[part], taget: 'dmg' };
    expect(schema.safeParse(changed).success).toBe(false);
  },
);

it('names files that are there', () => {
  const { mac, win, nsis, deb } = configuration();
  const shipped = deb.fpm.map((line: string) => line.split('=')[0]);
  for (const path of [mac.icon, win.icon, nsis.include, deb.afterInstall, deb.afterRemove, ...shipped]) {
    expect(() => readFileSync(new URL(path, root)), path).not.toThrow();
  }
});

it('is for the type of files that the package brings', () => {
  const types = readFileSync(new URL('electron/package/slipway-mime.xml', root), 'utf8');
  const { appImage, deb } = configuration();
  for (const { mimeTypes } of [appImage, deb]) expect(types).toContain(`<mime-type type="${mimeTypes.join()}">`);
});
