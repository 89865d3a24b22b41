import { defineConfig } from 'vite';
import cli from './vite.cli.config.ts';

// What `npm run bench` measures of the engine, built as the command line is.
export default defineConfig({
  build: {
    ...cli.build,
    outDir: 'dist/bench',
    rolldownOptions: {
      ...cli.build?.rolldownOptions,
      input: { 'fetch-tree': 'electron/bench/fetch-tree.ts' },
    },
  },
});
