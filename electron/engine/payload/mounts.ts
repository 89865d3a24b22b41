import { lstat, readdir, readlink } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { SlipwayError } from '../../../shared/errors.ts';
import type { EvidenceEntry, WorkloadEvidence } from '../../../shared/model/evidence.ts';
import { sentence } from '../../../shared/text/sentence.ts';
import { ifThere } from '../disk/if-there.ts';
import { type PackEntry, packTar } from './pack/pack.ts';
import { compare } from './select/choose.ts';

export interface MountSource {
  /** `workloads/NAME` of the bundle. */
  workloadDir: string;
  /** `secrets` of the bundle. */
  secretsDir: string;
  evidence: WorkloadEvidence;
}

/**
 * A tar of a bundle's configuration and secret files at their absolute paths, with the owners and modes that the
 * server gave them, to be unpacked at `/` of a container. Content is what lies in the bundle, edited or not; files
 * that were added to `config/` come along as root's. Rejects with `bundle.invalid` where a file is gone.
 */
export async function mountFiles(source: MountSource): Promise<Readable> {
  const config = join(source.workloadDir, 'config');
  const secrets = join(source.secretsDir, source.evidence.workload);
  const entries = source.evidence.entries.filter(
    ({ place, type }) => type !== 'directory' && (place === 'config' || place === 'secret'),
  );
  const known = await Promise.all(
    entries.map((entry) => knownFile(entry, entry.place === 'config' ? config : secrets)),
  );
  const paths = new Set(entries.map(({ path }) => path));
  const added = (await filesBelow(config, '')).filter((path) => !paths.has(path));
  const all = [...known, ...(await Promise.all(added.map((path) => addedFile(config, path))))];
  return Readable.from(packTar(all.sort((a, b) => compare(a.entry.path, b.entry.path))), { objectMode: false });
}

async function knownFile(entry: EvidenceEntry, root: string): Promise<PackEntry> {
  const local = join(root, entry.path);
  const found = await lstat(local).catch(() => undefined);
  if (found === undefined || !(found.isFile() || found.isSymbolicLink())) throw gone(entry);
  if (entry.type === 'symlink' && found.isSymbolicLink()) return { entry };
  // A link in the place of a file could lead anywhere on this machine.
  if (!found.isFile()) throw gone(entry);
  const { linkTarget: _none, ...file } = entry;
  return { entry: { ...file, type: 'file', size: found.size }, local };
}

function gone(entry: EvidenceEntry): SlipwayError {
  const where = entry.place === 'secret' ? 'secrets/' : 'config/';
  return new SlipwayError('bundle.invalid', sentence`${entry.path} is missing from ${where} of the bundle.`, {
    hint:
      entry.place === 'secret'
        ? sentence`Put the file there (secrets.manifest.yaml says what it is), or migrate again.`
        : sentence`Restore it from Git, or remove it from slipway.yaml.`,
  });
}

async function filesBelow(root: string, directory: string): Promise<string[]> {
  const entries = (await ifThere(readdir(join(root, directory), { withFileTypes: true }))) ?? [];
  const nested = entries.map(async (entry) => {
    const path = `${directory}/${entry.name}`;
    if (entry.isDirectory()) return filesBelow(root, path);
    return entry.isFile() || entry.isSymbolicLink() ? [path] : [];
  });
  return (await Promise.all(nested)).flat();
}

async function addedFile(root: string, path: string): Promise<PackEntry> {
  const local = join(root, path);
  const found = await lstat(local);
  const entry: EvidenceEntry = {
    path,
    type: found.isFile() ? 'file' : 'symlink',
    place: 'config',
    mode: found.isFile() && (found.mode & 0o100) === 0 ? 0o644 : 0o755,
    uid: 0,
    gid: 0,
    size: found.isFile() ? found.size : 0,
    mtime: 0,
    origin: 'synthesised',
    reasons: [sentence`added to config/ in the bundle`],
  };
  return found.isFile() ? { entry, local } : { entry: { ...entry, linkTarget: await readlink(local) } };
}
