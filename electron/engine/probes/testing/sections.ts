import { readFileSync } from 'node:fs';
import type { Section } from '../wire/sections.ts';

/** A section as a probe would print it, for parser tests. */
export function section(name: string, body: string | Buffer): Section {
  return { name, body: Buffer.from(body) };
}

/** A `files` section with these contents. */
export function filesSection(contents: Record<string, string>): Section {
  const files = new Map(Object.entries(contents).map(([path, text]) => [path, Buffer.from(text)]));
  return { name: 'files', body: Buffer.alloc(0), files };
}

/** A recorded text beside a probe: `fixture(import.meta.url, 'tcp.txt')`. */
export function fixture(testUrl: string, name: string): string {
  return readFileSync(new URL(`./__fixtures__/${name}`, testUrl), 'utf8');
}
