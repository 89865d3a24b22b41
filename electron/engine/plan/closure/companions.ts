import { sentence } from '../../../../shared/text/sentence.ts';
import type { ProcessTree } from '../../detectors/support/process-tree.ts';
import type { Server } from '../../detectors/support/server.ts';
import { type Draft, emptyDraft } from './draft.ts';

/** Of what is built together, what a running service has no use for. */
const forOthers = /-(doc|docs|dev|dbg|dbgsym|tests?|examples|client|clients|utils|tools|bin-dbg)$/;

/**
 * Packages that were built together with the service's own and depend on it: its protocols and plug-ins
 * (dovecot-imapd, uwsgi-plugin-python3). Many of them are opened at the first call only, so that no process shows them.
 */
export function companionsOf(server: Server, tree: ProcessTree): Draft {
  const owner = tree.root.exe === undefined ? undefined : server.ownerOf(tree.root.exe);
  if (owner === undefined) return emptyDraft();
  const packages = server.facts.packages
    .filter(
      ({ name, source, depends }) => source === owner.source && depends.includes(owner.name) && !forOthers.test(name),
    )
    .map(({ name }) => ({ name, reason: sentence`built together with ${owner.name}, to which it adds` }));
  return { ...emptyDraft(), packages };
}
