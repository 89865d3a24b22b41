import type { Monaco } from './monaco-api.ts';

interface SyncedWorkerOptions {
  create: () => Worker;
  /** What the worker gets to begin with. */
  createData?: unknown;
}

/**
 * A worker with copies of the files that it is asked about, kept in step by Monaco. Monaco's bootstrap drops a worker's
 * first message and takes the second one as what it begins with.
 */
export function createSyncedWorker<Service extends object>(monaco: Monaco, options: SyncedWorkerOptions) {
  const worker = options.create();
  worker.postMessage('ignore');
  worker.postMessage(options.createData);
  return monaco.editor.createWebWorker<Service>({ worker, keepIdleModels: false });
}
