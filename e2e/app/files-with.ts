import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';

/** The files below a folder in which a text stands in clear: as it is, as Chromium's databases hold it, or as base64. */
export function filesWith(folder: string, text: string): string[] {
  const forms = [Buffer.from(text), Buffer.from(text, 'utf16le'), Buffer.from(Buffer.from(text).toString('base64'))];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((file) => contains(file, forms))
    .map((file) => relative(folder, file));
}

function contains(file: string, forms: readonly Buffer[]): boolean {
  const content = readFileSync(file);
  return forms.some((form) => content.includes(form));
}
