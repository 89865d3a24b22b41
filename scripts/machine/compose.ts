import { existsSync } from 'node:fs';
import { chmod, copyFile, mkdir, mkdtemp, readdir, rename, rm, symlink, writeFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { debianMirror } from './mirror.ts';
import { cacheDirectory } from './places.ts';
import { mustRun, run } from './run.ts';
import { step } from './say.ts';
import { findProgram, MachineNotReady } from './tools.ts';

const donor = 'trixie';

/**
 * Makes sure that `docker compose` works, and gives the environment in which it does. Where it is missing, Debian's
 * package is unpacked in the cache, beside a Docker configuration that only adds it to the person's own.
 */
export async function ensureCompose(): Promise<Record<string, string>> {
  if (await composeWorks({})) return {};
  const env = { DOCKER_CONFIG: cacheDirectory('docker-config') };
  if (await composeWorks(env)) return env;
  if (findProgram('apt-get') === undefined || findProgram('dpkg-deb') === undefined) throw new MachineNotReady(advice);
  await step('Fetching Docker Compose', () => unpackPlugin(env.DOCKER_CONFIG));
  if (!(await composeWorks(env))) throw new MachineNotReady(advice);
  return env;
}

const advice = 'Docker Compose is missing: install its plugin (https://docs.docker.com/compose/install/linux/).';

async function composeWorks(env: Record<string, string>): Promise<boolean> {
  return (await run('docker', ['compose', 'version'], { env })).code === 0;
}

async function unpackPlugin(configuration: string): Promise<void> {
  await mkdir(cacheDirectory(), { recursive: true });
  const directory = await mkdtemp(cacheDirectory('compose-'));
  try {
    const archive = await downloadPackage(directory);
    await mustRun('dpkg-deb', ['--extract', archive, join(directory, 'tree')]);
    const plugins = join(configuration, 'cli-plugins');
    await mkdir(plugins, { recursive: true });
    await linkOwnConfiguration(configuration);
    const part = join(plugins, `.docker-compose.${process.pid}`);
    await copyFile(join(directory, 'tree/usr/libexec/docker/cli-plugins/docker-compose'), part);
    await chmod(part, 0o755);
    await rename(part, join(plugins, 'docker-compose'));
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
}

/**
 * Fetches the package with apt, whose proxies and signature checks hold: a newer Debian's on Debian, which lacks it, and
 * elsewhere what the distribution has of it.
 */
async function downloadPackage(directory: string): Promise<string> {
  const mirror = await debianMirror(donor);
  const options = mirror === undefined ? [] : await readRelease(mirror, directory);
  const name = mirror === undefined ? 'docker-compose-v2' : 'docker-compose';
  const fetched = await run('apt-get', [...options, '--quiet', 'download', name], { cwd: directory });
  const archive = (await readdir(directory)).find((file) => file.endsWith('.deb'));
  if (archive === undefined) throw new MachineNotReady(`${advice}\n${fetched.stderr.trim()}`);
  return join(directory, archive);
}

/** Reads a mirror's list of packages, apart from apt's own lists and caches; gives the options to use it. */
async function readRelease(mirror: string, directory: string): Promise<string[]> {
  const sources = join(directory, 'sources.list');
  await writeFile(sources, `deb ${mirror} ${donor} main\n`);
  await mkdir(join(directory, 'lists/partial'), { recursive: true });
  await mkdir(join(directory, 'cache/archives/partial'), { recursive: true });
  const places = {
    'Dir::Etc::SourceList': sources,
    'Dir::Etc::SourceParts': '-',
    'Dir::State::Lists': join(directory, 'lists'),
    'Dir::Cache': join(directory, 'cache'),
    // As root, apt would step down to a user who may not write here.
    'APT::Sandbox::User': '',
  };
  const options = Object.entries(places).flatMap(([name, value]) => ['-o', `${name}=${value}`]);
  await mustRun('apt-get', [...options, '--quiet', 'update']);
  return options;
}

/** Logins and contexts of the person hold here too. */
async function linkOwnConfiguration(configuration: string): Promise<void> {
  const own = process.env.DOCKER_CONFIG || join(homedir(), '.docker');
  for (const name of ['config.json', 'contexts']) {
    const target = join(configuration, name);
    if (existsSync(join(own, name)) && !existsSync(target)) await symlink(join(own, name), target);
  }
}
