import { readFile } from 'node:fs/promises';
import type { ParsedKey } from 'ssh2';
import { SlipwayError } from '../../../../shared/errors.ts';
import { sentence } from '../../../../shared/text/sentence.ts';
import { shellWord } from '../../../../shared/text/shell-word.ts';
import { isMissing } from '../../disk/if-there.ts';
import type { JobContext } from '../../job-context.ts';
import { printable } from '../../text/printable.ts';
import { logConnect } from '../job-step.ts';
import { type PrivateKeyText, readPrivateKey, unlockPrivateKey } from './private-key.ts';

export interface KeyFile {
  path: string;
  /** Undefined where only the passphrase would tell. */
  publicKey: ParsedKey | undefined;
  /** Whether it holds no private key: only an agent could use it. */
  isPublic: boolean;
  /** Whether the person named it: then a key that stays locked is an error. */
  required: boolean;
}

/** The key files of one connection and its jump hosts; a passphrase is asked for once a file. */
export interface KeyFiles {
  /** Rejects with `server.key-unusable` where it is missing or no key. */
  require(path: string): Promise<KeyFile>;
  /** Undefined where it is missing or no key. `expected`: that it is missing is worth telling. */
  find(path: string, expected: boolean): Promise<KeyFile | undefined>;
  /** Why files were passed over, a sentence each. */
  passedOver(): string[];
  /** The private key, after asking for its passphrase; undefined where nobody knows it and it was not required. */
  unlock(file: KeyFile, ask: JobContext['ask']): Promise<ParsedKey | undefined>;
}

const passphraseAttempts = 3;

export function createKeyFiles(job: JobContext): KeyFiles {
  const unlocked = new Map<string, Promise<ParsedKey | undefined>>();
  const passedOver = new Set<string>();
  return {
    async require(path) {
      const key = await load(path);
      if (key.kind === 'unusable') throw unusable(path, key.why, key.hint);
      return { path, publicKey: publicOf(key), isPublic: key.kind === 'public', required: true };
    },
    passedOver: () => [...passedOver],
    async find(path, expected) {
      const key = await load(path);
      if (key.kind !== 'unusable') {
        return { path, publicKey: publicOf(key), isPublic: key.kind === 'public', required: false };
      }
      if (key.why === missing && !expected) return undefined;
      const why = sentence`${printable(path)} is not offered: ${key.why}.`;
      passedOver.add(why);
      logConnect(job, why);
      return undefined;
    },
    unlock(file, ask) {
      const key = unlocked.get(file.path) ?? open(file, ask);
      unlocked.set(file.path, key);
      return key;
    },
  };
}

const missing = sentence`there is no such file`;

async function load(path: string): Promise<PrivateKeyText> {
  try {
    return readPrivateKey(await readFile(path, 'utf8'), await readFile(`${path}.pub`, 'utf8').catch(() => undefined));
  } catch (error) {
    return { kind: 'unusable', ...whyUnreadable(error) };
  }
}

function whyUnreadable(error: unknown): { why: string; hint: string } {
  if (isMissing(error)) return { why: missing, hint: sentence`Check the path, or choose another key.` };
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'EISDIR') return { why: sentence`it is a folder`, hint: sentence`Choose the key file in it.` };
  return {
    why: sentence`it cannot be read`,
    hint: sentence`Check its owner and permissions: the account that runs Slipway has to read it.`,
  };
}

function publicOf(key: Exclude<PrivateKeyText, { kind: 'unusable' }>): ParsedKey | undefined {
  return key.kind === 'open' ? key.key : key.publicKey;
}

async function open(file: KeyFile, ask: JobContext['ask']): Promise<ParsedKey | undefined> {
  const text = await readFile(file.path, 'utf8');
  const key = readPrivateKey(text, undefined);
  if (key.kind === 'open') return key.key;
  if (key.kind === 'public') {
    if (!file.required) return undefined;
    throw unusable(
      file.path,
      sentence`it is a public key, and the agent does not hold the private one`,
      sentence`Choose the private key: the file of the same name without “.pub”.`,
    );
  }
  let given: string | undefined;
  for (let attempt = 0; attempt < passphraseAttempts; attempt++) {
    const question = { kind: 'passphrase', file: file.path } as const;
    const answer = await ask(given === undefined ? question : { ...question, refused: true });
    // The same answer again means that a program answers: it will not know a better one.
    if (answer === undefined || answer === given) break;
    given = answer;
    const opened = unlockPrivateKey(text, answer);
    if (opened !== undefined) return opened;
  }
  if (!file.required) return undefined;
  throw unusable(
    file.path,
    given === undefined
      ? sentence`it is locked with a passphrase and none was given`
      : sentence`the passphrase does not open it`,
    sentence`Type the passphrase when asked (--passphrase-stdin), or add the key to the agent with ssh-add.`,
  );
}

function unusable(path: string, why: string, hint: string | undefined): SlipwayError {
  return new SlipwayError('server.key-unusable', sentence`The key ${printable(path)} cannot be used: ${why}.`, {
    hint: hint ?? sentence`Name a private key that ssh-keygen can read: ssh-keygen -y -f ${shellWord(printable(path))}`,
  });
}
