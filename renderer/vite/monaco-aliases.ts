import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';

interface Alias {
  find: RegExp;
  replacement: string;
}

/**
 * What the editor's packages need of the bundler, for the page and for its workers alike: monaco-yaml still asks for
 * Monaco's old paths, the Dockerfile language service would ask Docker Hub for tags through Node's `https`, which a page
 * has not and must not have, and dclint does not export the Compose schema that it ships.
 */
export function monacoAliases(): Alias[] {
  const noRegistry = fileURLToPath(new URL('../editor/dockerfile/no-registry.ts', import.meta.url));
  const dclint = dirname(createRequire(import.meta.url).resolve('dclint/package.json'));
  return [
    { find: /^monaco-editor\/esm\/vs\/(.*)\.js$/, replacement: 'monaco-editor/$1' },
    { find: /^https$/, replacement: noRegistry },
    { find: /^dclint\/schemas\/(.*)$/, replacement: `${dclint}/schemas/$1` },
  ];
}
