import { sentence } from '../../../../shared/text/sentence.ts';
import { basename, dirname, isWithin } from '../../detectors/support/paths.ts';
import { openFilesOf, type ProcessTree } from '../../detectors/support/process-tree.ts';
import type { Server } from '../../detectors/support/server.ts';
import { type Draft, emptyDraft, joinDrafts } from './draft.ts';
import { isPassing, placePath, volumeDirectoryOf } from './place-path.ts';

const logName = /(\.log|\.err|\.out|_log|-log)(\.\d+)?$|\/(access|error)_log$/;
const lock = /(\.pid|\.lock|\.lck|\/lock)$/;

/** Files that processes hold open: read ones belong to the closure, written ones are logs or state. */
export function fromOpenFiles(server: Server, tree: ProcessTree, applications: string[]): Draft {
  return joinDrafts(
    openFilesOf(tree).map((file) => {
      if (/^\/(dev|proc|sys)\//.test(file.path) || lock.test(file.path)) return emptyDraft();
      if (file.access === 'read') return placePath(server, file.path, sentence`held open by its processes`);
      if (file.access === 'unknown') return emptyDraft();
      if (isLog(file)) return logDraft(tree, file);
      return isPassing(file.path) || file.fd <= 2 ? emptyDraft() : stateDraft(server, file.path, applications);
    }),
  );
}

type Open = ProcessTree['root']['openFiles'][number];

function isLog(file: Open): boolean {
  if (isWithin(file.path, '/var/log')) return true;
  return file.append && (logName.test(file.path) || /^logs?$/.test(basename(dirname(file.path))) || file.fd <= 2);
}

/**
 * A log on standard output or error needs nothing: the container's own streams take its place, unless an init script,
 * which goes along, sends it to the file.
 */
function logDraft({ unit }: ProcessTree, file: Open): Draft {
  const isScripted = unit?.execStart[0]?.[0]?.startsWith('/etc/init.d/') ?? false;
  if (file.fd <= 2 && !isScripted) return emptyDraft();
  return {
    ...emptyDraft(),
    logs: [{ path: file.path, to: 'volume', reason: sentence`Held open for writing by its processes.` }],
  };
}

function stateDraft(server: Server, path: string, applications: string[]): Draft {
  const directory = volumeDirectoryOf(path, applications);
  if (directory !== undefined) {
    return { ...emptyDraft(), data: [{ path: directory, reason: sentence`Its processes write ${path}.` }] };
  }
  const placed = placePath(server, path, sentence`written by its processes`);
  return {
    ...placed,
    notes: [
      sentence`${path} is written at run time but stands among other files: it starts as it is now and is lost with the container.`,
    ],
  };
}
