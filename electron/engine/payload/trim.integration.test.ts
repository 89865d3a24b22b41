import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Workload } from '../../../shared/model/plan.ts';
import { emptyPlan, emptyWorkload } from '../../../shared/testing/empty-plan.ts';
import { type CollectedPayload, collectPayload } from './collect.ts';
import { makeElf } from './needs/testing/make-elf.ts';
import { dockerExecHost } from './testing/docker-exec-host.ts';
import { recordedJob } from './testing/recorded-job.ts';

// A daemon with plug-ins, an interpreter's extension, and the libraries of each in a package of its own.
const directory = mkdtempSync(join(tmpdir(), 'slipway-trim-'));
const server = `slipway-payload-trim-${process.pid}`;
const libraries = '/usr/lib/x86_64-linux-gnu';
const modules = '/usr/lib/exampled/modules';
const extension = `${libraries}/perl5/5.36/auto/XS/Example/Example.so`;

/** What each package brings: sonames that a file links to, followed by text that stands in it. */
const packages: Record<string, Record<string, { needed: string[]; text?: string }>> = {
  exampled: {
    '/usr/sbin/exampled': { needed: ['libmain.so.1'], text: 'libopened.so.1' },
    [`${modules}/mod_used.so`]: { needed: ['libused.so.1'] },
    [`${modules}/mod_idle.so`]: { needed: ['libidle.so.1'] },
  },
  'libxs-example-perl': { [extension]: { needed: ['libextension.so.1'] } },
  libmain1: { [`${libraries}/libmain.so.1.2`]: { needed: [] }, [`${libraries}/libmain-tools.so.1.2`]: { needed: [] } },
  libused1: { [`${libraries}/libused.so.1.2`]: { needed: [] } },
  libidle1: { [`${libraries}/libidle.so.1.2`]: { needed: ['libhuge.so.1'] } },
  libhuge1: { [`${libraries}/libhuge.so.1.2`]: { needed: [] } },
  libextension1: { [`${libraries}/libextension.so.1.2`]: { needed: [] } },
  libopened1: { [`${libraries}/libopened.so.1.2`]: { needed: [] } },
  libcrypt1example: {
    [`${libraries}/libcrypto-example.so.1.2`]: { needed: [] },
    [`${libraries}/example-providers/legacy.so`]: { needed: [] },
  },
};
const dependents: Record<string, string[]> = {
  libmain1: ['exampled'],
  libused1: ['exampled'],
  libidle1: ['exampled'],
  libhuge1: ['libidle1'],
  libextension1: ['libxs-example-perl'],
  libopened1: ['exampled'],
  libcrypt1example: ['exampled'],
};

function docker(...command: string[]): string {
  return execFileSync('docker', command, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
}

/** The packages on a disk below `root`, listed as dpkg lists them. */
function install(root: string): void {
  const put = (path: string, content: Buffer | string): void => {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), content);
  };
  for (const [name, files] of Object.entries(packages)) {
    const links = Object.keys(files).filter((path) => path.endsWith('.so.1.2'));
    for (const [path, { needed, text = '' }] of Object.entries(files)) {
      const elf = makeElf({ bits: 64, interpreter: '/lib64/ld-linux-x86-64.so.2', needed, runPath: '', soname: '' });
      put(path, Buffer.concat([elf, Buffer.from(`\0${text}\0`)]));
    }
    for (const path of links) symlinkSync(path.replace(/.*\//, ''), join(root, path.replace(/\.2$/, '')));
    const listed = [...Object.keys(files), ...links.map((path) => path.replace(/\.2$/, ''))];
    put(`/var/lib/dpkg/info/${name}.list`, `/.\n/usr\n${listed.join('\n')}\n`);
  }
}

async function collect(
  plugins: NonNullable<Workload['files']['plugins']>,
  spool: string,
  include: Workload['files']['include'] = [],
): Promise<CollectedPayload> {
  const planned = Object.keys(packages).map((name) => {
    const needing = dependents[name];
    const onlyFor = needing === undefined ? {} : { onlyFor: { libraries: [], packages: needing } };
    return { name, version: '1', reason: 'test', ...onlyFor };
  });
  const workload = emptyWorkload({ files: { packages: planned, include, exclude: [], plugins } });
  const request = { host: dockerExecHost(server), plan: emptyPlan([workload]), workload, base: undefined };
  return collectPayload({ ...request, spool: join(directory, spool) }, recordedJob());
}

function pathsOf({ evidence }: CollectedPayload): string[] {
  return evidence.entries.map(({ path }) => path);
}

beforeAll(() => {
  const root = join(directory, 'root');
  install(root);
  docker('run', '-d', '--name', server, '--network', 'none', 'debian:bookworm-slim', 'sleep', '3600');
  docker('cp', `${root}/.`, `${server}:/`);
});

afterAll(() => {
  docker('rm', '-f', server);
  rmSync(directory, { recursive: true, force: true });
});

describe('packages that nothing asks for', () => {
  let collected: CollectedPayload;

  beforeAll(async () => {
    const plugins = [{ directory: modules, loaded: ['mod_used.so'], reason: 'opened at start' }];
    collected = await collect(plugins, 'spool');
  });

  it('give the libraries that the daemon, its loaded plug-ins and extensions of interpreters link to', () => {
    expect(pathsOf(collected)).toEqual(
      expect.arrayContaining(
        ['libmain', 'libused', 'libextension'].flatMap((name) => [
          `${libraries}/${name}.so.1`,
          `${libraries}/${name}.so.1.2`,
        ]),
      ),
    );
    expect(collected.evidence.missingLibraries.map(({ soname }) => soname)).toEqual([]);
  });

  it('give a library that a program opens by name', () => {
    const entry = collected.evidence.entries.find(({ path }) => path === `${libraries}/libopened.so.1`);
    expect(entry?.reasons).toContain('libopened.so.1 named in /usr/sbin/exampled');
  });

  it('give everything where a dependency has another reason than linking', () => {
    expect(pathsOf(collected)).toContain(`${libraries}/example-providers/legacy.so`);
  });

  it('do not give what only a plug-in needs that is not loaded, nor the plug-in, which could not be opened', () => {
    const paths = pathsOf(collected);
    for (const name of ['libidle.so.1', 'libidle.so.1.2', 'libhuge.so.1', 'libmain-tools.so.1'])
      expect(paths).not.toContain(`${libraries}/${name}`);
    expect(paths).not.toContain(`${modules}/mod_idle.so`);
    expect(collected.evidence.leftOut).toEqual([
      {
        reason: 'plug-in that is not loaded; without libidle.so.1 of package libidle1',
        paths: [`${modules}/mod_idle.so`],
      },
    ]);
  });
});

it('every plug-in is followed where nothing is known of them', async () => {
  const paths = pathsOf(await collect([], 'spool-2'));
  for (const name of ['libidle.so.1.2', 'libhuge.so.1.2']) expect(paths).toContain(`${libraries}/${name}`);
});

it('a plug-in that the plan names by itself comes with its libraries, as when a repair brings it back', async () => {
  const plugins = [{ directory: modules, loaded: ['mod_used.so'], reason: 'opened at start' }];
  const include = [{ path: `${modules}/mod_idle.so`, scope: 'file' as const, reason: 'The container missed it' }];
  const collected = await collect(plugins, 'spool-3', include);
  const libraryPaths = ['libidle.so.1.2', 'libhuge.so.1.2'].map((name) => `${libraries}/${name}`);
  expect(pathsOf(collected)).toEqual(expect.arrayContaining([`${modules}/mod_idle.so`, ...libraryPaths]));
  expect(collected.evidence.leftOut).toEqual([]);
});
