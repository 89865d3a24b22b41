import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const here = fileURLToPath(new URL('./', import.meta.url));
const scripts = readdirSync(here, { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.sh'));

test('there are scripts to check', () => {
  expect(scripts.length).toBeGreaterThan(20);
});

test.each(scripts)('%s passes shellcheck', (script) => {
  const dialect = readFileSync(join(here, script), 'utf8').startsWith('#!/bin/bash\n') ? 'bash' : 'sh';
  const { error, stdout, status } = spawnSync('shellcheck', [`--shell=${dialect}`, script], {
    cwd: here,
    encoding: 'utf8',
  });
  expect(error === undefined ? '' : `shellcheck is missing (apt-get install shellcheck): ${error.message}`).toBe('');
  expect(stdout).toBe('');
  expect(status).toBe(0);
});
