import type { bundleContract } from '../../../shared/contract/bundle.ts';
import type { EngineOf } from '../engine-of.ts';

export type BundleShelf = EngineOf<typeof bundleContract>;

/** How a project leaves the machine. */
export function createBundleShelf(): BundleShelf {
  return {
    preview: async (input) => (await import('./export/preview.ts')).previewExport(input),
    push: async (input, job) => (await import('../jobs/export.ts')).exportBundle(input, job),
    copy: async (input, job) => (await import('../jobs/copy-bundle.ts')).copyBundle(input, job),
  };
}
