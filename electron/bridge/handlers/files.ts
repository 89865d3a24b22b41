import { implement } from '@orpc/server';
import { filesContract } from '../../../shared/contract/files.ts';
import type { Files } from '../../engine/editor/files.ts';

export function filesRouter(files: Files) {
  const os = implement(filesContract);
  return os.router({
    list: os.list.handler(({ input }) => files.list(input)),
    read: os.read.handler(({ input }) => files.read(input)),
    write: os.write.handler(({ input }) => files.write(input)),
    revert: os.revert.handler(({ input }) => files.revert(input)),
    create: os.create.handler(({ input }) => files.create(input)),
    remove: os.remove.handler(({ input }) => files.remove(input)),
    search: os.search.handler(({ input, signal }) => files.search(input, signal)),
  });
}
