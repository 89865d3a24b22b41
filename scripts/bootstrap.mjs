// Runs one of the scripts from a clone that has nothing yet: `node scripts/bootstrap.mjs scripts/demo.ts [arguments]`.
// Plain JavaScript, and Node's own modules alone, because no package is installed when it starts.
import { spawnSync } from 'node:child_process';
import { statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const [script, ...args] = process.argv.slice(2);

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
if (major < 20 || (major === 20 && minor < 20)) {
  console.error(`Slipway needs Node.js 20.20 or newer; this is ${process.versions.node} (https://nodejs.org/).`);
  process.exit(1);
}
if (script === undefined) {
  console.error('usage: node scripts/bootstrap.mjs SCRIPT [ARGUMENTS]');
  process.exit(1);
}

if (installedAt() < modifiedAt('package-lock.json')) {
  console.error('Installing the npm packages …');
  run('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error']);
}
// Not by tsx's own command: at Ctrl-C on a busy machine, that kills the script in the middle of its cleaning up.
const tsx = pathToFileURL(join(root, 'node_modules/tsx/dist/loader.mjs')).href;
run(process.execPath, ['--import', tsx, join(root, script), ...args]);

function run(command, commandArgs) {
  // Ctrl-C reaches the program too, which cleans up and says how it ended: nothing to do about it here.
  const ignore = () => {};
  process.on('SIGINT', ignore);
  const { status, error } = spawnSync(command, commandArgs, { cwd: root, stdio: 'inherit' });
  process.off('SIGINT', ignore);
  if (error) console.error(`${command} cannot be started: ${error.message}`);
  if (status !== 0) process.exit(status ?? 1);
}

function installedAt() {
  return modifiedAt('node_modules/.package-lock.json');
}

function modifiedAt(path) {
  return statSync(join(root, path), { throwIfNoEntry: false })?.mtimeMs ?? 0;
}
