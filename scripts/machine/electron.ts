import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { run } from './run.ts';
import { MachineNotReady } from './tools.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const npmPackage = join(root, 'node_modules', 'electron');
/** Prints the folder of an Electron; a workplace that cannot download one may keep it beside the checkout. */
const beside = join(root, '..', 'shared', 'tools', 'electron-runtime');

const downloadTimeout = 300_000;

/**
 * The program of a real Electron: what ELECTRON_OVERRIDE_DIST_PATH names, else the npm package's own, downloaded where
 * that works, else what stands beside the checkout. Undefined where there is none.
 */
async function findElectron(): Promise<string | undefined> {
  const override = process.env.ELECTRON_OVERRIDE_DIST_PATH;
  if (override !== undefined && override !== '') return programIn(override);
  return (await shippedElectron()) ?? (await fromBeside());
}

/** The same, for whoever cannot do without. @throws MachineNotReady that says how to get one. */
export async function ensureElectron(): Promise<string> {
  const program = await findElectron();
  if (program === undefined) throw new MachineNotReady(advice);
  const missing = await missingLibraries(program);
  if (missing.length === 0) return program;
  throw new MachineNotReady(`Electron (${program}) lacks libraries of the system: ${missing.join(', ')}.`);
}

const advice =
  'There is no Electron to run the app in: its npm package could not download its program. Set ' +
  'ELECTRON_OVERRIDE_DIST_PATH to the folder of an unpacked release (https://github.com/electron/electron/releases).';

/** The npm package's own release, downloaded where that works: the one that the app ships with. */
export async function shippedElectron(): Promise<string | undefined> {
  const there = await installedProgram();
  if (there !== undefined) return there;
  await run(process.execPath, [join(npmPackage, 'install.js')], { cwd: root, timeout: downloadTimeout });
  return installedProgram();
}

async function installedProgram(): Promise<string | undefined> {
  const name = await readFile(join(npmPackage, 'path.txt'), 'utf8').catch(() => undefined);
  const program = name && join(npmPackage, 'dist', name);
  return program && existsSync(program) ? program : undefined;
}

async function fromBeside(): Promise<string | undefined> {
  if (!existsSync(beside)) return undefined;
  const { code, stdout } = await run(beside, []);
  return code === 0 ? programIn(stdout.trim()) : undefined;
}

function programIn(folder: string): string | undefined {
  const names = ['electron', 'electron.exe', 'Electron.app/Contents/MacOS/Electron'];
  return names.map((name) => join(folder, name)).find((path) => existsSync(path));
}

/** Shared libraries that are not there; elsewhere than on Linux, releases bring all they need. */
async function missingLibraries(program: string): Promise<string[]> {
  if (process.platform !== 'linux') return [];
  const { stdout } = await run('ldd', [program]);
  return [...stdout.matchAll(/^\s*(\S+) => not found/gm)].map(([, library]) => library ?? '');
}

/** The program of an Electron that can show a window to the person here; undefined where none can. */
export async function windowProgram(): Promise<string | undefined> {
  return canShowWindows() ? findElectron() : undefined;
}

/** There is a display, and Chromium can start in its sandbox, which it cannot as root. */
function canShowWindows(): boolean {
  if (process.platform !== 'linux') return true;
  const display = Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
  return display && process.getuid?.() !== 0;
}
