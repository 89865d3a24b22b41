import { safeStorage } from 'electron';
import { z } from 'zod';
import { type SecretName, secretNameSchema } from '../shared/model/secret-name.ts';
import { createMemorySecrets, type SecretStore, secretKey } from './local/secret-store.ts';
import { openSettingsFile } from './local/settings-file.ts';

const keptSchema = z.array(z.object({ name: secretNameSchema, sealed: z.string() }));

/**
 * The kept secrets: in a file, each sealed with a key that the system's keychain holds. Where there is no keychain, or
 * only Chromium's stand-in with a key that anybody knows, they last for this run.
 */
export function openSecrets(folder: string): SecretStore {
  return hasKeychain() ? openSealedSecrets(folder) : createMemorySecrets();
}

function hasKeychain(): boolean {
  if (!safeStorage.isEncryptionAvailable()) return false;
  if (process.platform !== 'linux') return true;
  // Not in every release that we run in; those without it say no above where there is no real keychain.
  return safeStorage.getSelectedStorageBackend?.() !== 'basic_text';
}

function openSealedSecrets(folder: string): SecretStore {
  const file = openSettingsFile(folder, 'secrets', keptSchema, []);
  const others = (name: SecretName) => file.read().filter((kept) => secretKey(kept.name) !== secretKey(name));
  return {
    kept: 'keychain',
    save(name, value) {
      file.write([...others(name), { name, sealed: safeStorage.encryptString(value).toString('base64') }]);
    },
    recall(name) {
      const kept = file.read().find((one) => secretKey(one.name) === secretKey(name));
      return kept && unseal(kept.sealed);
    },
    forget(name) {
      const rest = others(name);
      const forgotten = rest.length < file.read().length;
      if (forgotten) file.write(rest);
      return forgotten;
    },
    list: () => file.read().map(({ name }) => name),
  };
}

/** Undefined where the keychain's key has changed since: the person is then asked again. */
function unseal(sealed: string): string | undefined {
  try {
    return safeStorage.decryptString(Buffer.from(sealed, 'base64'));
  } catch {
    return undefined;
  }
}
