import { sentence } from '../../../../shared/text/sentence.ts';
import { basename } from '../../detectors/support/paths.ts';
import type { ProcessTree } from '../../detectors/support/process-tree.ts';
import type { Server } from '../../detectors/support/server.ts';
import { type Draft, emptyDraft } from './draft.ts';

const fallbacks = /^(native|python|perl|ruby|node|java|php|shell)$/;

/** Directories that a unit declares for state and logs, and those of the service's name where it owns them. */
export function fromStateDirectories(server: Server, tree: ProcessTree, stack: string): Draft {
  const { unit } = tree;
  const draft = emptyDraft();
  for (const name of unit?.stateDirectory ?? [])
    draft.data.push({ path: `/var/lib/${name}`, reason: sentence`StateDirectory of ${unit?.name}` });
  for (const name of unit?.logsDirectory ?? [])
    draft.logs.push({ path: `/var/log/${name}`, to: 'volume', reason: sentence`LogsDirectory of ${unit?.name}` });
  // A detector that knows the technology knows its state as well.
  if (fallbacks.test(stack)) {
    for (const name of likelyNames(tree)) {
      const path = `/var/lib/${name}`;
      const fact = server.lookAt(path);
      if (fact?.type === 'directory' && fact.uid === tree.root.uid && fact.uid !== 0) {
        draft.data.push({ path, reason: sentence`${tree.root.user} owns it, and it bears the name of the service.` });
      }
    }
  }
  return draft;
}

/** What directories of a service are usually called: as its unit, its program or its user. */
export function likelyNames(tree: ProcessTree): string[] {
  const names = [tree.unit?.name.replace(/(@.*)?\.service$/, ''), basename(tree.root.exe ?? ''), tree.root.user];
  return [...new Set(names.filter((name) => name !== undefined && /^[\w.-]+$/.test(name)))].filter(
    (name) => name !== undefined,
  );
}
