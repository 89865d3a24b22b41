import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { checkNoSecrets } from './check-no-secrets.ts';

let root: string;
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'check-'));
});
afterEach(() => rm(root, { recursive: true }));

async function put(path: string, content: string | Buffer): Promise<void> {
  await mkdir(dirname(join(root, path)), { recursive: true });
  await writeFile(join(root, path), content);
}

const password = { name: 'db-password', content: 'correct-h0rse' };
const key = {
  name: 'tls-key',
  content: '-----BEGIN PRIVATE KEY-----\nMIIEvQIBADANBgkqhkiG9w0\nshort\n-----END PRIVATE KEY-----\n',
};

describe('checkNoSecrets', () => {
  it('is content where secrets are in their place alone', async () => {
    await put('README.md', 'nothing, -----BEGIN PRIVATE KEY-----, short');
    await put('secrets/portal.env', "DB='correct-h0rse'");
    await put('secrets/portal/etc/key', key.content);
    await put('.env', 'correct-h0rse');
    await expect(checkNoSecrets(root, [password, key])).resolves.toBeUndefined();
  });

  it.each([
    ['README.md', 'the correct-h0rse is here', 'db-password'],
    ['workloads/portal/app/x', 'key=MIIEvQIBADANBgkqhkiG9w0', 'tls-key'],
    ['secrets/secrets.manifest.yaml', 'correct-h0rse', 'db-password'],
    ['secrets/portal.env.example', 'correct-h0rse', 'db-password'],
  ])('names file and secret where one is in %s, and never the value', async (path, content, name) => {
    await put(path, content);
    await expect(checkNoSecrets(root, [password, key])).rejects.toSatisfy((error: Error) => {
      expect(error).toMatchObject({ code: 'bundle.invalid' });
      expect(error.message).toContain(path);
      expect(error.message).toContain(name);
      expect(JSON.stringify(error) + error.message).not.toMatch(/correct-h0rse|MIIEvQ/);
      return true;
    });
  });

  it('finds one that lies across the parts in which a large file is read', async () => {
    const payload = Buffer.alloc(3 << 20);
    payload.write('correct-h0rse', (1 << 20) - 5);
    await put('workloads/portal/payload.tar', payload);
    await expect(checkNoSecrets(root, [password])).rejects.toThrow(/payload\.tar/);
  });

  it('takes a value that stands in a public file for none, wherever else it is', async () => {
    await put('workloads/x/config/etc/default', 'correct-h0rse');
    await put('README.md', 'correct-h0rse');
    const known = new Set(['workloads/x/config/etc/default']);
    await expect(checkNoSecrets(root, [password], undefined, known)).resolves.toBeUndefined();
    await expect(checkNoSecrets(root, [key, password], undefined, new Set(['README.txt']))).rejects.toThrow(/README/);
  });

  it('looks at where links point to, and does not follow them', async () => {
    await put('secrets/portal.env', 'correct-h0rse');
    await symlink('secrets/portal.env', join(root, 'link'));
    await expect(checkNoSecrets(root, [password])).resolves.toBeUndefined();
    await symlink('/correct-h0rse', join(root, 'telling'));
    await expect(checkNoSecrets(root, [password])).rejects.toThrow(/telling/);
  });

  it('stops when it is cancelled', async () => {
    await put('README.md', 'x');
    const signal = AbortSignal.abort(new Error('cancelled'));
    await expect(checkNoSecrets(root, [password], signal)).rejects.toThrow('cancelled');
  });
});
