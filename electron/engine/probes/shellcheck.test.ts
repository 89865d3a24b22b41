import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const here = fileURLToPath(new URL('./', import.meta.url));
const scripts = readdirSync(here, { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.sh'));

test('there are scripts to check', () => {
  expect(scripts.length).toBeGreaterThan(10);
});

test.each(scripts)('%s passes shellcheck', (script) => {
  const { error, stdout, status } = spawnSync('shellcheck', ['--shell=sh', script], { cwd: here, encoding: 'utf8' });
  expect(error === undefined ? '' : `shellcheck is missing (apt-get install shellcheck): ${error.message}`).toBe('');
  expect(stdout).toBe('');
  expect(status).toBe(0);
});
