import { implement } from '@orpc/server';
import { bundleContract } from '../../../shared/contract/bundle.ts';
import type { BundleShelf } from '../../engine/bundle/bundle-shelf.ts';
import type { RunAsJob } from './run-as-job.ts';

export function bundleRouter(bundle: BundleShelf, job: RunAsJob) {
  const os = implement(bundleContract);
  return os.router({
    preview: os.preview.handler(({ input }) => bundle.preview(input)),
    push: os.push.handler(job(bundle.push)),
    copy: os.copy.handler(job(bundle.copy)),
  });
}
