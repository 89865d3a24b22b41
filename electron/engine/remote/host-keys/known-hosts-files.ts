import { appendFile, mkdir, readFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { SlipwayError } from '../../../../shared/errors.ts';
import { sentence } from '../../../../shared/text/sentence.ts';
import { isMissing } from '../../disk/if-there.ts';
import type { SshSettings } from '../ssh-config/settings.ts';
import { formatKnownHost, type KnownHost, parseKnownHosts } from './known-hosts.ts';

/** The records of several files in order; a file that is not there has none. */
export async function readKnownHosts(files: readonly string[]): Promise<KnownHost[]> {
  const read = await Promise.all(files.map(async (file) => parseKnownHosts(await readText(file), file)));
  return read.flat();
}

async function readText(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    if (isMissing(error)) return '';
    throw new SlipwayError('disk.denied', sentence`${file} cannot be read, so no host key can be checked.`, {
      hint: sentence`Check its owner and permissions.`,
      cause: error,
    });
  }
}

/** Adds a host to the first of the user's files, if the configuration leaves any. */
export async function recordKnownHost(settings: SshSettings, name: string, key: Buffer): Promise<void> {
  const [file] = settings.userKnownHostsFiles;
  if (file === undefined) return;
  const record = formatKnownHost(name, key, settings.hashKnownHosts);
  try {
    await mkdir(dirname(file), { recursive: true, mode: 0o700 });
    const text = await readText(file);
    await appendFile(file, text === '' || text.endsWith('\n') ? record : `\n${record}`, { mode: 0o600 });
  } catch (error) {
    throw new SlipwayError('disk.denied', sentence`The host key cannot be recorded in ${file}.`, {
      hint: sentence`Check the permissions of the file and its directory.`,
      cause: error,
    });
  }
}
