import { builtinModules } from 'node:module';
import { defineConfig } from 'vite';
import { outsideBundle } from './scripts/package/needed-packages.ts';

// The app's window process, its engine process and, for packages, the command line: CommonJS without top-level await,
// because older releases of Electron, which the tests may run in, start nothing else. Packages go into the bundle, also
// because most are ESM alone; outside stay the ones that read files beside themselves or look for optional native parts.
export default defineConfig({
  ssr: { noExternal: true, external: ['electron', 'libxmljs2', ...outsideBundle] },
  build: {
    ssr: true,
    target: 'node18',
    outDir: 'dist/app/main',
    emptyOutDir: true,
    minify: false,
    rolldownOptions: {
      external: [/^node:/, ...builtinModules],
      input: {
        main: 'electron/main.ts',
        engine: 'electron/engine-process.ts',
        cli: 'electron/cli/slipway.ts',
      },
      output: { entryFileNames: '[name].cjs', chunkFileNames: 'chunks/[name]-[hash].cjs', format: 'cjs' },
    },
  },
});
