import type { KeychainState, SecretName } from '../../shared/model/secret-name.ts';
import type { Recalled } from '../bridge/shell-port.ts';

/** For how long a secret is kept. */
export type Kept = 'keychain' | 'this-run';

/** Kept secrets by name. */
export interface SecretStore {
  /** Where {@link save} keeps things; may have the system ask the person to unlock its keychain. */
  keychain(): KeychainState;
  save(name: SecretName, value: string): Kept;
  recall(name: SecretName): Recalled;
  /** False where there was none. */
  forget(name: SecretName): boolean;
  list(): { name: SecretName; kept: Kept }[];
}

/** Keeps secrets until the process ends, in no file: what there is where nothing better is, for the reason given. */
export function createMemorySecrets(why: string): SecretStore {
  const secrets = new Map<string, { name: SecretName; value: string }>();
  return {
    keychain: () => ({ available: false, why }),
    save(name, value) {
      secrets.set(secretKey(name), { name, value });
      return 'this-run';
    },
    recall(name) {
      const kept = secrets.get(secretKey(name));
      return kept === undefined ? { kind: 'none' } : { kind: 'known', value: kept.value };
    },
    forget: (name) => secrets.delete(secretKey(name)),
    list: () => [...secrets.values()].map(({ name }) => ({ name, kept: 'this-run' })),
  };
}

/** The same name gives the same key, whatever the order of its parts. */
export function secretKey({ kind, of }: SecretName): string {
  return `${kind} ${of}`;
}
