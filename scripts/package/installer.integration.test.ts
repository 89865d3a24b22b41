import { access, mkdtemp, readFile, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { run } from '../machine/run.ts';

const include = fileURLToPath(new URL('../../electron/package/installer.nsh', import.meta.url));
const builder = createRequire(createRequire(import.meta.url).resolve('electron-builder'));
const template = (name: string) => readFile(builder.resolve(`app-builder-lib/templates/nsis/${name}`), 'utf8');

let work: string;
beforeAll(async () => {
  work = await mkdtemp(join(tmpdir(), 'slipway-installer-test-'));
});
afterAll(() => rm(work, { recursive: true, force: true }));

/** An installer of nothing but our part, compiled as electron-builder does it: a warning is an error. */
async function compile(name: string, part: string): Promise<{ code: number; output: string; installer: string }> {
  const installer = join(work, `${name}.exe`);
  const script = [
    'Unicode true',
    'Name "Slipway"',
    `OutFile "${installer}"`,
    '!include LogicLib.nsh',
    'Var installMode',
    '!define APP_EXECUTABLE_FILENAME "Slipway.exe"',
    '!define APP_INSTALLER_STORE_FILE "slipway-updater\\installer.exe"',
    part,
    'Section "install"\nStrCpy $installMode "all"\n!insertmacro customInstall\nWriteUninstaller "$INSTDIR\\uninstall.exe"\nSectionEnd',
    'Section "Uninstall"\n!insertmacro customUnInstall\nSectionEnd',
  ].join('\n');
  const { code, stdout, stderr } = await run('makensis', ['-WX', '-INPUTCHARSET', 'UTF8', '-'], { input: script });
  return { code, output: stdout + stderr, installer };
}

it('compiles', async () => {
  const { code, output, installer } = await compile('good', `!include "${include}"`);
  expect(code, output).toBe(0);
  await expect(access(installer)).resolves.toBeUndefined();
});

it('would not compile with a mistake in it', async () => {
  const text = await readFile(include, 'utf8');
  expect((await compile('bad', text.replaceAll('WriteRegStr SHCTX', 'WriteRegStr'))).code).not.toBe(0);
});

it('is called by the installer of electron-builder', async () => {
  expect(await template('common.nsh')).toContain('!define APP_EXECUTABLE_FILENAME');
  expect(await template('installSection.nsh')).toContain('!insertmacro customInstall\n');
  expect(await template('uninstaller.nsh')).toContain('!insertmacro customUnInstall\n');
});
