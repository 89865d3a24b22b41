import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { servers } from './index.ts';

const here = fileURLToPath(new URL('.', import.meta.url));

test('every folder is a server of the list, and the other way round', () => {
  const folders = readdirSync(here, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  expect(servers.map((server) => server.name).sort()).toEqual(folders.map((entry) => entry.name).sort());
});

test('the lab has all three Debian releases', () => {
  expect(new Set(servers.map((server) => server.release))).toEqual(new Set(['bullseye', 'bookworm', 'trixie']));
});

test.each(servers)('$name really holds what is planted', ({ name, secrets }) => {
  const files = readdirSync(`${here}/${name}/files`, { recursive: true, withFileTypes: true });
  const texts = files
    .filter((file) => file.isFile())
    .map((file) => readFileSync(`${file.parentPath}/${file.name}`, 'utf8'));
  expect(secrets.length).toBeGreaterThan(0);
  for (const secret of secrets) expect(texts.some((text) => text.includes(secret))).toBe(true);
});

test.each(servers)('$name is asked only about ports that it has', ({ ports, questions }) => {
  expect(questions.length).toBeGreaterThan(4);
  for (const question of questions) expect(ports).toContain(question.port);
});
