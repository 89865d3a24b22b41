import type { filesContract } from '../../../shared/contract/files.ts';
import type { EngineOf } from '../engine-of.ts';

export type Files = EngineOf<typeof filesContract>;

/** A project's files as the editor sees them; loaded when they are first asked for. */
export function createFiles(): Files {
  return {
    list: async (input) => (await import('./list.ts')).listFiles(input),
    read: async (input) => (await import('./read.ts')).readFileOf(input),
    write: async (input) => (await import('./change.ts')).writeFile(input),
    revert: async (input) => (await import('./change.ts')).revertFile(input),
    create: async (input) => (await import('./change.ts')).createFile(input),
    remove: async (input) => (await import('./change.ts')).removeFile(input),
    search: async (input, signal) => (await import('./search.ts')).searchFiles(input, signal),
  };
}
