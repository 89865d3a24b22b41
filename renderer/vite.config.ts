import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { listAssets } from './vite/list-assets.ts';
import { monacoAliases } from './vite/monaco-aliases.ts';

// The page of the app, the same in the desktop window and in a browser. The fake engine and the gallery are pages of
// their own that only the development server knows.
export default defineConfig({
  root: import.meta.dirname,
  base: './',
  plugins: [react(), listAssets()],
  resolve: { alias: monacoAliases() },
  worker: { format: 'es' },
  build: {
    target: 'chrome114',
    outDir: '../dist/app/renderer',
    emptyOutDir: true,
    chunkSizeWarningLimit: 6000,
  },
});
