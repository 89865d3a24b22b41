import type { SecretName } from '../../shared/model/secret-name.ts';

/** Kept secrets by name. `kept` says for how long. */
export interface SecretStore {
  readonly kept: 'keychain' | 'this-run';
  save(name: SecretName, value: string): void;
  recall(name: SecretName): string | undefined;
  /** False where there was none. */
  forget(name: SecretName): boolean;
  list(): SecretName[];
}

/** Keeps secrets until the process ends: what there is where the system has no keychain. */
export function createMemorySecrets(): SecretStore {
  const secrets = new Map<string, { name: SecretName; value: string }>();
  return {
    kept: 'this-run',
    save: (name, value) => {
      secrets.set(secretKey(name), { name, value });
    },
    recall: (name) => secrets.get(secretKey(name))?.value,
    forget: (name) => secrets.delete(secretKey(name)),
    list: () => [...secrets.values()].map(({ name }) => name),
  };
}

/** The same name gives the same key, whatever the order of its parts. */
export function secretKey({ kind, of }: SecretName): string {
  return `${kind} ${of}`;
}
