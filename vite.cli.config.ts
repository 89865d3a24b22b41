import { defineConfig } from 'vite';

// The command line: one ESM bundle for Node 20; packages stay outside it, templates and probe scripts go inside it.
export default defineConfig({
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
