import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { onDisk } from '../../disk/on-disk.ts';
import { readSshConfig, systemSshConfig } from '../ssh-config/files.ts';
import { resolveSettings } from '../ssh-config/settings.ts';
import { parseDestination } from '../target.ts';
import { fingerprint, type KnownHost } from './known-hosts.ts';
import { readKnownHosts } from './known-hosts-files.ts';

/**
 * Takes a key out of the person's known_hosts, under whatever names it stands there: for a server that is gone for good,
 * whose address another one may get. Every other line stays as it is.
 *
 * @param destination how it was connected to
 * @param print the key's fingerprint, as `ssh-keygen -l` prints it
 */
export async function forgetHostKey(destination: string, print: string, home: string): Promise<void> {
  const config = [
    ...(await readSshConfig(join(home, '.ssh/config'), home)),
    ...(await readSshConfig(systemSshConfig, home)),
  ];
  const { userKnownHostsFiles } = resolveSettings(parseDestination(destination), config, home);
  const records = await readKnownHosts(userKnownHostsFiles);
  const ours = records.filter(({ marker, key }) => marker === 'none' && fingerprint(key) === print);
  for (const file of new Set(ours.map((record) => record.file))) {
    await removeLines(
      file,
      ours.filter((record) => record.file === file),
    );
  }
}

/** In place: the file may be a link into somebody's dotfiles, and others may read it. */
async function removeLines(file: string, records: readonly KnownHost[]): Promise<void> {
  const gone = new Set(records.map(({ line }) => line));
  await onDisk(file, async () => {
    const handle = await open(file, 'r+');
    try {
      const lines = (await handle.readFile('utf8')).split('\n');
      const left = Buffer.from(lines.filter((_, index) => !gone.has(index + 1)).join('\n'));
      await handle.write(left, 0, left.length, 0);
      await handle.truncate(left.length);
    } finally {
      await handle.close();
    }
  });
}
