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

const root = fileURLToPath(new URL('..', import.meta.url));

/**
 * `npm run package`: builds the app and packs it, into dist/package. Where the release of Electron that the app ships
 * with cannot be downloaded, one that is here stands in: that shows that the app packs and runs, and is not for shipping.
 */
runMain(async (_, signal) => {
  await step('Building Slipway', () => mustRun('npm', ['run', 'build'], { signal, cwd: root }));
  const config: Configuration = parse(await readFile(join(root, 'electron/package/builder.yml'), 'utf8'));
  const shipped = (await shippedElectron()) !== undefined;
  if (!shipped) say("Electron's release cannot be downloaded here: packing a folder with another one, for a trial.");
  const files = await (shipped ? packInstallers(config) : packTrial(config));
  for (const file of files) say(file);
  return 0;
});

function packInstallers(config: Configuration): Promise<string[]> {
  return build({ projectDir: root, config, targets: Platform.current().createTarget(), publish: 'never' });
}

async function packTrial({ electronFuses, ...config }: Configuration): Promise<string[]> {
  const electronDist = dirname(await ensureElectron());
  const electronVersion = (await readFile(join(electronDist, 'version'), 'utf8')).trim().replace(/^v/, '');
  const output = config.directories?.output ?? 'dist';
  const fuses = electronFuses && { ...electronFuses };
  // This fuse came with release 29.
  if (fuses && Number.parseInt(electronVersion, 10) < 29) delete fuses.grantFileProtocolExtraPrivileges;
  await build({
    projectDir: root,
    config: { ...config, electronDist, electronVersion, electronFuses: fuses ?? null },
    targets: Platform.current().createTarget('dir'),
    publish: 'never',
  });
  const program = join(root, output, 'linux-unpacked', 'slipway');
  if (process.platform === 'linux') await checkFuses(program, fuses ?? {});
  return [dirname(program)];
}

/** electron-builder only warns of some of what goes wrong with them. */
async function checkFuses(program: string, wanted: object): Promise<void> {
  const wrong = await wrongFuses(program, { ...wanted });
  if (wrong.length > 0) throw new Error(`These fuses of ${program} are not as configured: ${wrong.join(', ')}.`);
  say(`Fuses as configured: ${Object.keys(wanted).join(', ')}.`);
}
