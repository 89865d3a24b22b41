import { safeStorage } from 'electron';
import type { Keychain } from './local/sealed-secrets.ts';

/** What Chromium calls its stand-ins for a keychain: a key that stands in its source, and none chosen. */
const noBackends: readonly string[] = ['basic_text', 'unknown'];

/**
 * The system's keychain; undefined where there is none or where it stays locked. A locked one has the system ask the
 * person to unlock it, and the main process waits for that. The answer holds until the app ends.
 */
export function openKeychain(): Keychain | undefined {
  if (!hasBackend() || !safeStorage.isEncryptionAvailable()) return undefined;
  return {
    seal: (text) => safeStorage.encryptString(text).toString('base64'),
    unseal(sealed) {
      try {
        return safeStorage.decryptString(Buffer.from(sealed, 'base64'));
      } catch {
        return undefined;
      }
    },
  };
}

function hasBackend(): boolean {
  if (process.platform !== 'linux') return true;
  // Releases without it say that no encryption is available where there is only a stand-in.
  return !noBackends.includes(safeStorage.getSelectedStorageBackend?.() ?? '');
}
