import type { Plugin } from 'vite';
import { assetList } from '../asset-list.ts';

/** Writes down what the page may load, workers and fonts too, so that it can fetch all of it ahead. */
export function listAssets(): Plugin {
  return {
    name: 'slipway-list-assets',
    apply: 'build',
    generateBundle(_options, bundle) {
      const files = Object.keys(bundle).filter((file) => file.startsWith('assets/'));
      this.emitFile({ type: 'asset', fileName: assetList.replace('./', ''), source: JSON.stringify(files.sort()) });
    },
  };
}
