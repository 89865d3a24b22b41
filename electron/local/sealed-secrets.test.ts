import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createSealedSecrets, type Keychain } from './sealed-secrets.ts';

const portal = { kind: 'password', of: 'deploy@portal' } as const;
const other = { kind: 'password', of: 'deploy@elsewhere' } as const;

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'slipway-secrets-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

/** Seals by reversing, and opens what the same key sealed. */
function keychain(key: string): Keychain {
  const reversed = (text: string) => [...text].reverse().join('');
  return {
    seal: (text) => `${key} ${reversed(text)}`,
    unseal: (sealed) => (sealed.startsWith(`${key} `) ? reversed(sealed.slice(key.length + 1)) : undefined),
  };
}

/** A run of the app with that keychain, or without one. */
function run(keychainOfRun: Keychain | undefined) {
  return createSealedSecrets({ folder, openKeychain: () => keychainOfRun });
}

const file = () => join(folder, 'secrets.json');
const onDisk = () => readFileSync(file(), 'utf8');

it('keeps a secret sealed from run to run, until it is forgotten', () => {
  expect(run(keychain('a')).save(portal, 'keel')).toBe('keychain');
  expect(onDisk()).not.toContain('keel');
  const next = run(keychain('a'));
  expect(next.recall(portal)).toEqual({ kind: 'known', value: 'keel' });
  expect(next.list()).toEqual([{ name: portal, kept: 'keychain' }]);
  expect(next.forget(portal)).toBe(true);
  expect(next.forget(portal)).toBe(false);
  expect(run(keychain('a')).recall(portal)).toEqual({ kind: 'none' });
});

it('opens the keychain only for somebody who keeps something', () => {
  const openKeychain = vi.fn(() => keychain('a'));
  const secrets = createSealedSecrets({ folder, openKeychain });
  secrets.list();
  secrets.recall(portal);
  secrets.forget(portal);
  expect(openKeychain).not.toHaveBeenCalled();
  secrets.save(portal, 'keel');
  secrets.recall(portal);
  expect(openKeychain).toHaveBeenCalledOnce();
});

it('keeps a secret for this run, and in no file, where there is no keychain', () => {
  const secrets = run(undefined);
  expect(secrets.keychain()).toMatchObject({ available: false });
  expect(secrets.save(portal, 'keel')).toBe('this-run');
  expect(secrets.recall(portal)).toEqual({ kind: 'known', value: 'keel' });
  expect(secrets.list()).toEqual([{ name: portal, kept: 'this-run' }]);
  expect(run(undefined).recall(portal)).toEqual({ kind: 'none' });
});

it('leaves what it cannot open: the keychain may come back', () => {
  run(keychain('a')).save(portal, 'keel');
  for (const other of [undefined, keychain('b')]) {
    const locked = run(other);
    expect(locked.recall(portal)).toEqual({ kind: 'unreadable' });
    expect(locked.list()).toEqual([{ name: portal, kept: 'keychain' }]);
  }
  const withoutOne = run(undefined);
  withoutOne.save(portal, 'typed');
  expect(withoutOne.recall(portal)).toEqual({ kind: 'known', value: 'typed' });
  expect(withoutOne.list()).toEqual([{ name: portal, kept: 'this-run' }]);
  expect(run(keychain('a')).recall(portal)).toEqual({ kind: 'known', value: 'keel' });
});

it('replaces what it cannot open by what is kept anew', () => {
  run(keychain('a')).save(portal, 'keel');
  run(keychain('b')).save(portal, 'hull');
  expect(run(keychain('b')).recall(portal)).toEqual({ kind: 'known', value: 'hull' });
});

it('offers nobody what was sealed for another, nor what another key made of it', () => {
  run(keychain('a')).save(portal, 'keel');
  writeFileSync(file(), onDisk().replace(portal.of, other.of));
  expect(run(keychain('a')).recall(other)).toEqual({ kind: 'unreadable' });
  const garbling: Keychain = { ...keychain('a'), unseal: () => '\uFFFDgarbage' };
  expect(run(garbling).recall(other)).toEqual({ kind: 'unreadable' });
});
