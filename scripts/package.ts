import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, type Configuration, Platform } from 'electron-builder';
import { parse } from 'yaml';
import { ensureElectron, shippedElectron } from './machine/electron.ts';
import { wrongFuses } from './machine/fuses.ts';
import { runMain } from './machine/main.ts';
import { mustRun } from './machine/run.ts';
import { say, step } from './machine/say.ts';
import { findProgram } from './machine/tools.ts';
import { fusesFor } from './package/fuses.ts';
import { placeholderHomepage } from './package/homepage.ts';
import { removeLeftovers } from './package/leftovers.ts';
import { neededPackages, withoutBundled } from './package/needed-packages.ts';
import { splitTargets } from './package/targets.ts';

const root = fileURLToPath(new URL('..', import.meta.url));

/**
 * `npm run package`: builds the app and packs it for this system, into dist/package. Where the release of Electron that
 * the app ships with cannot be downloaded, one that is here stands in: what comes out shows that the app packs, installs
 * and runs, and is not for shipping.
 */
runMain(async (_, signal) => {
  await step('Building Slipway', () => mustRun('npm', ['run', 'build'], { signal, cwd: root }));
  // electron-builder would download a program for this; every Debian and Ubuntu has what it takes.
  process.env.CUSTOM_FPM_PATH = join(root, 'scripts/package/deb/fpm');
  const shipped = (await shippedElectron()) !== undefined;
  const config = await configuration(shipped);
  const { built, left } = splitTargets({
    platform: process.platform,
    downloads: shipped,
    appImageTools: Boolean(process.env.APPIMAGE_TOOLS_PATH),
    dpkg: findProgram('dpkg-deb') !== undefined,
  });
  for (const { target, why } of left) say(`${target} is not built: ${why}`);
  const files = await build({
    projectDir: root,
    config,
    targets: Platform.current().createTarget([...built, 'dir']),
    publish: 'never',
  });
  const program = join(root, config.directories?.output ?? 'dist', 'linux-unpacked', 'slipway');
  if (process.platform === 'linux') await checkFuses(program, config.electronFuses ?? {});
  for (const file of [dirname(program), ...files]) say(file);
  return 0;
});

async function configuration(shipped: boolean): Promise<Configuration> {
  const config: Configuration = parse(await readFile(join(root, 'electron/package/builder.yml'), 'utf8'));
  const standIn = shipped ? undefined : await electronHere();
  const version = standIn?.electronVersion ?? (await fieldOf('node_modules/electron/package.json', 'version')) ?? '';
  const homepage = await fieldOf('package.json', 'homepage');
  return {
    ...config,
    ...standIn,
    files: [config.files ?? [], withoutBundled(neededPackages(root))].flat(),
    electronFuses: fusesFor(config.electronFuses ?? {}, process.platform, version),
    extraMetadata: { ...config.extraMetadata, ...placeholderHomepage(process.platform, homepage) },
  };
}

interface StandIn {
  electronDist: string;
  electronVersion: string;
  afterExtract: NonNullable<Configuration['afterExtract']>;
}

async function electronHere(): Promise<StandIn> {
  const electronDist = dirname(await ensureElectron());
  const electronVersion = (await readFile(join(electronDist, 'version'), 'utf8')).trim().replace(/^v/, '');
  say(`Electron's release cannot be downloaded here: packing ${electronVersion}, which is here, for a trial.`);
  return { electronDist, electronVersion, afterExtract: ({ appOutDir }) => removeLeftovers(appOutDir) };
}

async function fieldOf(manifest: string, field: 'version' | 'homepage'): Promise<string | undefined> {
  const { [field]: value } = JSON.parse(await readFile(join(root, manifest), 'utf8'));
  return value === undefined ? undefined : String(value);
}

/** electron-builder only warns of some of what goes wrong with them. */
async function checkFuses(program: string, wanted: object): Promise<void> {
  const wrong = await wrongFuses(program, { ...wanted });
  if (wrong.length > 0) throw new Error(`These fuses of ${program} are not as configured: ${wrong.join(', ')}.`);
  say(`Fuses as configured: ${Object.keys(wanted).join(', ')}.`);
}
