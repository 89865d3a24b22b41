import { join } from 'node:path';
import type { BaseAgent, ParsedKey } from 'ssh2';
import type { SshSettings } from '../ssh-config/settings.ts';
import { agentIdentity, fileIdentity, type Identity } from './identity.ts';
import type { KeyFile, KeyFiles } from './key-files.ts';

/** OpenSSH's defaults that ssh2 can use, in OpenSSH's order. */
const defaultFiles = ['id_rsa', 'id_ecdsa', 'id_ed25519', 'id_dsa'];

export interface IdentitySources {
  /** Files that the person named: one that cannot be used is an error, where one of the configuration is passed over. */
  named: readonly string[];
  agent: BaseAgent | undefined;
  home: string;
  keyFiles: KeyFiles;
}

/**
 * The keys to offer, in order: of the files named, each by the agent where that holds it; then the agent's others; then
 * the default files. Servers give up after a few refusals, so what was named goes first.
 */
export async function collectIdentities(settings: SshSettings, sources: IdentitySources): Promise<Identity[]> {
  const { agent, keyFiles, home } = sources;
  const held = agent === undefined ? [] : (await keysOfAgent(agent)).map((key) => agentIdentity(key, agent));
  const named = await Promise.all(sources.named.map((file) => keyFiles.require(file)));
  const configured = await readExisting(settings.identityFiles ?? [], keyFiles, true);
  const chosen = [...named, ...configured];
  const usesDefaults = sources.named.length === 0 && settings.identityFiles === undefined;
  const defaults = usesDefaults
    ? await readExisting(
        defaultFiles.map((name) => join(home, '.ssh', name)),
        keyFiles,
        false,
      )
    : [];
  return distinct([
    ...chosen.map((file) => heldOf(file, held) ?? fileIdentity(file, keyFiles)),
    ...(settings.identitiesOnly ? [] : held),
    ...defaults.map((file) => heldOf(file, held) ?? fileIdentity(file, keyFiles)),
  ]);
}

async function readExisting(files: readonly string[], keyFiles: KeyFiles, expected: boolean): Promise<KeyFile[]> {
  const read = await Promise.all(files.map((file) => keyFiles.find(file, expected)));
  return read.filter((file) => file !== undefined);
}

function heldOf(file: KeyFile, held: readonly Identity[]): Identity | undefined {
  return held.find((identity) => isSameKey(identity.publicKey, file.publicKey));
}

function distinct(identities: readonly Identity[]): Identity[] {
  return identities.filter(
    (one, index) => !identities.slice(0, index).some((earlier) => isSameKey(earlier.publicKey, one.publicKey)),
  );
}

function isSameKey(one: ParsedKey | undefined, other: ParsedKey | undefined): boolean {
  return one !== undefined && other !== undefined && one.getPublicSSH().equals(other.getPublicSSH());
}

/** An agent that does not answer holds no keys, as for OpenSSH. */
function keysOfAgent(agent: BaseAgent): Promise<ParsedKey[]> {
  return new Promise((resolve) => {
    agent.getIdentities((error, keys) => resolve(error ? [] : (keys ?? []).filter(isParsedKey)));
  });
}

function isParsedKey(key: unknown): key is ParsedKey {
  return typeof key === 'object' && key !== null && 'getPublicSSH' in key;
}
