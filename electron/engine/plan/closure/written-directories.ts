import type { Workload } from '../../../../shared/model/plan.ts';
import { sentence } from '../../../../shared/text/sentence.ts';
import { dirname, isWithin } from '../../detectors/support/paths.ts';
import type { ProcessTree } from '../../detectors/support/process-tree.ts';
import type { Server } from '../../detectors/support/server.ts';

type Data = Workload['data'];
type Include = Workload['files']['include'];

/** What applications call the directories that they write into. */
const usual = [
  ...['data', 'var', 'db', 'database', 'storage', 'store', 'state', 'instance', 'spool'],
  ...['uploads', 'upload', 'files', 'media', 'public/uploads', 'static/uploads'],
];
const dataFile = /\.(sqlite3?|s3db|db3?|mdb|ldb|dat|rrd|gdbm|csv|jsonl)$/i;

/**
 * Directories of an application that its service writes into though it holds nothing open there: they are the service's
 * own user's, and the application around them is somebody else's. What stands in them goes along with the application, so
 * that the volume starts with it.
 */
export function writtenDirectoriesOf(
  server: Server,
  tree: ProcessTree,
  applications: readonly string[],
  include: Include,
): Data {
  const writers = new Set(tree.members.map(({ uid }) => uid).filter((uid) => uid !== 0));
  if (writers.size === 0) return [];
  return applications.flatMap((application) => {
    const { uid } = server.lookAt(application) ?? {};
    if (uid === undefined || writers.has(uid)) return [];
    const found = candidatesIn(application, include).filter((path) => {
      const fact = server.lookAt(path);
      return fact?.type === 'directory' && writers.has(fact.uid) && (fact.mode & 0o200) !== 0;
    });
    return found
      .filter((path) => !found.some((other) => other !== path && isWithin(path, other)))
      .map((path) => ({
        path,
        filled: true,
        reason: sentence`The service's user owns it, and ${application} is another's.`,
      }));
  });
}

/** Those of the usual names, and of the data files that something names; never one with programs in it. */
function candidatesIn(application: string, include: Include): string[] {
  const within = include.filter(({ path }) => path !== application && isWithin(path, application));
  const data = within.filter(({ path, scope }) => scope === 'file' && dataFile.test(path));
  const programs = within.filter((entry) => !data.includes(entry));
  const candidates = [...usual.map((name) => `${application}/${name}`), ...data.map(({ path }) => dirname(path))];
  return [...new Set(candidates)].filter(
    (path) => path !== application && !programs.some((program) => isWithin(program.path, path)),
  );
}
