import type { ProcessTree } from './process-tree.ts';
import type { Server } from './server.ts';

/** The tree of a server whose processes are all one service, for tests of a detector alone. */
export function onlyTree(server: Server): ProcessTree {
  const [root] = server.facts.processes;
  if (!root) throw new RangeError('The facts of this test have no process.');
  return { root, members: server.facts.processes, unit: server.unit(root.unit ?? '') };
}
