import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { becomesRoot, runAsRoot } from './root.ts';
import { mustRun } from './run.ts';
import { say, step } from './say.ts';
import { aptPackages, type Tool, toolCatalogue } from './tool-catalogue.ts';

/** What a machine can lack in ways that the app has words of its own for. */
export type Lack = 'programs' | 'engine' | 'engine-access' | 'base-image';

/** Thrown where a person has to do something first; its message says what. */
export class MachineNotReady extends Error {
  override readonly name = 'MachineNotReady';

  readonly lack: Lack | undefined;
  /** What the app's own words leave open: which programs, what the engine says. */
  readonly detail: string;

  constructor(message: string, lack?: Lack, detail = '') {
    super(message);
    this.lack = lack;
    this.detail = detail;
  }
}

/** Makes sure that programs are there: installed with apt where that is possible, else told how to get them. */
export async function ensureTools(tools: readonly Tool[]): Promise<void> {
  const missing = missingOf(tools);
  if (missing.length === 0) return;
  if (findProgram('apt-get') === undefined || !(await becomesRoot())) throw lacking(missing);
  await step(`Installing ${missing.join(', ')} with apt`, () => install(missing));
  const still = missingOf(missing);
  if (still.length > 0) throw lacking(still);
}

function missingOf(tools: readonly Tool[]): Tool[] {
  return tools.filter((tool) => toolCatalogue[tool].programs.some((program) => findProgram(program) === undefined));
}

/** Where a program is; administrators' directories are searched too, which a user's PATH often lacks. */
export function findProgram(name: string): string | undefined {
  const directories = [...(process.env.PATH ?? '').split(delimiter), '/usr/local/sbin', '/usr/sbin', '/sbin'];
  return directories.map((directory) => join(directory, name)).find(isExecutable);
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

async function install(tools: readonly Tool[]): Promise<void> {
  await apt(['update', '--quiet']);
  const known = await mustRun('apt-cache', ['pkgnames']);
  const packages = aptPackages(tools, new Set(known.split('\n')));
  say(`  ${packages.join(' ')}`);
  await apt(['install', '--yes', '--quiet', '--no-install-recommends', ...packages]);
}

async function apt(args: readonly string[]): Promise<void> {
  // A service that cannot be started here, such as dockerd in a container, must not fail the installation.
  const result = await runAsRoot(['env', 'DEBIAN_FRONTEND=noninteractive', 'RUNLEVEL=1', 'apt-get', ...args]);
  if (result.code === 0) return;
  throw new MachineNotReady(`apt-get ${args[0]} failed:\n${result.stderr.trim().split('\n').slice(-5).join('\n')}`);
}

function lacking(missing: readonly Tool[]): MachineNotReady {
  const detail = missing.map((tool) => toolCatalogue[tool].elsewhere).join('; ');
  return new MachineNotReady(advice(missing), 'programs', detail);
}

function advice(missing: readonly Tool[]): string {
  const byHand = `As root: apt-get install --no-install-recommends ${aptPackages(missing, new Set()).join(' ')}`;
  return [
    'This machine lacks what follows, and it can be installed here only by apt as root or with sudo:',
    ...missing.map((tool) => `  ${tool}: ${toolCatalogue[tool].elsewhere}`),
    ...(findProgram('apt-get') === undefined ? [] : [byHand]),
  ].join('\n');
}
