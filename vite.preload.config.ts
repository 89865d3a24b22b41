import { defineConfig } from 'vite';

// The preload: one CommonJS file, because a sandboxed preload can load nothing but Electron itself.
export default defineConfig({
  ssr: { noExternal: true, external: ['electron'] },
  build: {
    ssr: 'electron/preload.ts',
    target: 'node18',
    outDir: 'dist/app/preload',
    emptyOutDir: true,
    minify: false,
    rolldownOptions: { output: { entryFileNames: 'preload.cjs', format: 'cjs' } },
  },
});
