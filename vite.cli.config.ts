import { readFileSync } from 'node:fs';
import { defineConfig } from 'vite';

/**
 * Packages that every command loads. As hundreds of small files, finding and reading them took half of the time until a
 * command began; inside the bundle they are one. All others stay outside it: some have native parts or read files of
 * their own, most are needed by one command alone.
 */
const inside = ['@clack/prompts', '@orpc/client', '@orpc/contract', '@orpc/server', 'commander', 'conf', 'zod'];

/** Packages with all that they depend on, so that what stays outside is what package.json names. */
function withDependencies(names: readonly string[], known = new Set<string>()): string[] {
  for (const name of names) {
    if (known.has(name)) continue;
    known.add(name);
    const { dependencies = {} }: { dependencies?: Record<string, string> } = JSON.parse(
      readFileSync(new URL(`node_modules/${name}/package.json`, import.meta.url), 'utf8'),
    );
    withDependencies(Object.keys(dependencies), known);
  }
  return [...known];
}

// The command line: one ESM bundle for Node 20, with templates, probe scripts and what every command loads inside it.
export default defineConfig({
  ssr: { noExternal: withDependencies(inside) },
  build: {
    ssr: true,
    target: 'node20',
    outDir: 'dist/cli',
    emptyOutDir: true,
    minify: false,
    rolldownOptions: {
      input: { slipway: 'electron/cli/slipway.ts' },
      output: { entryFileNames: '[name].js', format: 'es' },
    },
  },
});
