import { z } from 'zod';
import { type SecretName, secretNameSchema } from '../../shared/model/secret-name.ts';
import { sentence } from '../../shared/text/sentence.ts';
import { createMemorySecrets, type SecretStore, secretKey } from './secret-store.ts';
import { openSettingsFile } from './settings-file.ts';

/** Seals texts with a key that the system's keychain holds. */
export interface Keychain {
  seal(text: string): string;
  /** Undefined where another key sealed it. */
  unseal(sealed: string): string | undefined;
}

interface SealedSecretsOptions {
  folder: string;
  /** Undefined where there is none, or where it stays locked. */
  openKeychain(): Keychain | undefined;
}

const fileSchema = z.array(z.object({ name: secretNameSchema, sealed: z.string() }));
const contentSchema = z.object({ for: z.string(), value: z.string() });

/**
 * The kept secrets: in a file, each sealed with a key of the keychain; what is saved where there is no keychain lasts for
 * this run. The keychain is opened when the first secret is saved or recalled, for that may have the system ask the person
 * to unlock it. What is sealed in the file stays there while it cannot be opened: the keychain may come back.
 */
export function createSealedSecrets({ folder, openKeychain }: SealedSecretsOptions): SecretStore {
  const file = openSettingsFile(folder, 'secrets', fileSchema, []);
  const forThisRun = createMemorySecrets(sentence`This machine has no keychain, or it is locked.`);
  const keychain = once(openKeychain);
  const others = (name: SecretName) => file.read().filter((kept) => secretKey(kept.name) !== secretKey(name));
  return {
    keychain: () => (keychain() === undefined ? forThisRun.keychain() : { available: true }),
    save(name, value) {
      const open = keychain();
      if (open === undefined) return forThisRun.save(name, value);
      file.write([...others(name), { name, sealed: seal(open, name, value) }]);
      return 'keychain';
    },
    recall(name) {
      const sealed = file.read().find((kept) => secretKey(kept.name) === secretKey(name))?.sealed;
      const typed = forThisRun.recall(name);
      if (sealed === undefined || typed.kind === 'known') return typed;
      const value = unseal(keychain(), name, sealed);
      return value === undefined ? { kind: 'unreadable' } : { kind: 'known', value };
    },
    forget(name) {
      const rest = others(name);
      const wasSealed = rest.length < file.read().length;
      if (wasSealed) file.write(rest);
      return forThisRun.forget(name) || wasSealed;
    },
    list() {
      const typed = forThisRun.list();
      const sealed = file.read().filter(({ name }) => forThisRun.recall(name).kind === 'none');
      return [...sealed.map(({ name }) => ({ name, kept: 'keychain' as const })), ...typed];
    },
  };
}

function seal(keychain: Keychain, name: SecretName, value: string): string {
  return keychain.seal(JSON.stringify({ for: secretKey(name), value }));
}

/**
 * Undefined unless it was sealed for that name. The seal has no check of its own: another key gives garbage now and then,
 * and whoever edits the file could have a server's password sent to another server.
 */
function unseal(keychain: Keychain | undefined, name: SecretName, sealed: string): string | undefined {
  try {
    const content = contentSchema.parse(JSON.parse(keychain?.unseal(sealed) ?? ''));
    return content.for === secretKey(name) ? content.value : undefined;
  } catch {
    return undefined;
  }
}

function once<Value>(make: () => Value): () => Value {
  let made: { value: Value } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
