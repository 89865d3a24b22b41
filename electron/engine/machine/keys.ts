import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { isMissing } from '../disk/if-there.ts';
import { keyKind } from '../remote/auth/key-kind.ts';
import { readPrivateKey } from '../remote/auth/private-key.ts';

/** What a private key file is, without what stands in it. */
export interface PrivateKeyFile {
  path: string;
  /** `ed25519`, `rsa`, `ecdsa`, `dsa`; `unknown` where only the passphrase would tell. */
  kind: string;
  encrypted: boolean;
}

/** Far beyond any key; other files in the folder may be large. */
const largestKey = 64 * 1024;

/** The private keys in `~/.ssh`, recognised by their content and not by their name; sorted by path. */
export async function readKeys(home: string): Promise<PrivateKeyFile[]> {
  const folder = join(home, '.ssh');
  const names = await readdir(folder).catch((error: unknown) => {
    if (isMissing(error)) return [];
    throw error;
  });
  const keys = await Promise.all(names.sort().map((name) => readKey(join(folder, name))));
  return keys.filter((key) => key !== undefined);
}

async function readKey(path: string): Promise<PrivateKeyFile | undefined> {
  const text = await readSmallFile(path);
  if (text === undefined) return undefined;
  const key = readPrivateKey(text, await readSmallFile(`${path}.pub`));
  if (key.kind === 'open') return { path, kind: keyKind(key.key, text), encrypted: false };
  if (key.kind === 'locked') return { path, kind: keyKind(key.publicKey, text), encrypted: true };
  return undefined;
}

/** Undefined for what is no readable file of a key's size: one stray file must not hide the others. */
async function readSmallFile(path: string): Promise<string | undefined> {
  try {
    const found = await stat(path);
    return found.isFile() && found.size <= largestKey ? await readFile(path, 'utf8') : undefined;
  } catch {
    return undefined;
  }
}
