import type { EvidenceEntry, WorkloadEvidence } from '../../../shared/model/evidence.ts';
import type { Plan, Workload } from '../../../shared/model/plan.ts';
import { sentence } from '../../../shared/text/sentence.ts';
import type { KnownSecret } from '../bundle/secret-needles.ts';
import type { ImageIndex } from '../docker/docker-host.ts';
import type { JobContext } from '../job-context.ts';
import type { RemoteHost } from '../remote/remote-host.ts';
import { assemble } from './evidence/assemble.ts';
import { evidenceFromServer } from './evidence/from-server.ts';
import type { LocatedEntry } from './evidence/located-entry.ts';
import { synthesisedEntries } from './evidence/synthesised-entries.ts';
import { gather } from './gather.ts';
import type { GatherContext, Gathered } from './gather-context.ts';
import { languagesOf } from './select/leave-out.ts';
import { ontoBase } from './select/onto-base.ts';
import { resolvePath } from './select/resolve.ts';
import type { PackageRecord } from './server/owners.ts';
import { openSession } from './server/session.ts';
import type { DataRun } from './stream/sparse.ts';
import { openSpool } from './stream/spool.ts';
import { identityFiles } from './synthesise/identities.ts';
import { type Accounts, withOwners } from './synthesise/owners.ts';
import { statusFiles } from './synthesise/package-records.ts';
import { type Located, placeholders } from './synthesise/places.ts';

export interface PayloadRequest {
  host: RemoteHost;
  plan: Plan;
  workload: Workload;
  /** Undefined for `FROM scratch`. */
  base: ImageIndex | undefined;
  /** The server's users and groups: who owns a file that comes along has a name in the image too. */
  accounts?: Accounts;
  /** Values of the workload's secret variables: files that repeat one are secret too. */
  secrets?: readonly KnownSecret[];
  /** Says what would be brought, as far as that shows without the files' content, and brings nothing. */
  looksOnly?: boolean;
  /** Directory on this machine, empty or with what an earlier run left; belongs to this workload alone. */
  spool: string;
  /** The way back to the server after a dropped connection. */
  reconnect?: () => Promise<RemoteHost>;
}

export interface CollectedPayload {
  evidence: WorkloadEvidence;
  /** The file on this machine that holds a regular file's content. */
  contentOf(entry: EvidenceEntry): string;
  /** Where the data of a sparse file lies; undefined for a file without holes. */
  runsOf(entry: EvidenceEntry): DataRun[] | undefined;
  /** Paths that follow from the plan and are no files of the server. */
  synthesised: string[];
  /** Files that were set apart because they hold a secret, and the rule that says so; never the secret. */
  foundSecrets: { path: string; rule: string }[];
  /** Packages that own what was added to the base. */
  packageRecords: PackageRecord[];
  /** What a person should know: missing, unreadable, changing files. */
  notes: string[];
}

/**
 * Brings everything that a workload needs from the server to this machine and says of each file why. Read-only on the
 * server. Rejects with `server.*` where the server fails, `disk.full` where this machine does, and with the signal's
 * reason after a cancel; what was fetched stays in the spool for the next time.
 */
export async function collectPayload(request: PayloadRequest, job: JobContext): Promise<CollectedPayload> {
  const context: GatherContext = {
    workload: request.workload,
    languages: languagesOf(request.plan.server.locale, request.workload),
    base: request.base?.entries ?? new Map(),
    session: openSession(request.host, request.reconnect, job),
    spool: await openSpool(request.spool),
    verified: new Set(),
    secrets: request.secrets ?? [],
    looksOnly: request.looksOnly ?? false,
    job,
  };
  const gathered = await gather(context);
  const fromServer = await evidenceFromServer(context, gathered);
  const packageRecords = addedPackages(fromServer.entries, gathered, request);
  const synthesised = await synthesisedEntries(
    [
      ...identityFiles(withOwners(request.workload.identities, fromServer.entries, request.accounts), request.base),
      ...placeholders(request.workload, (path) => locate(path, context, gathered), request.base === undefined),
      ...(request.workload.strategy === 'packages' ? [] : statusFiles(packageRecords)),
    ],
    request.spool,
    context.base,
    gathered.files.lookup,
  );
  const { entries, notes } = assemble(fromServer.entries, synthesised);
  return describe(request, gathered, entries, {
    foundSecrets: fromServer.foundSecrets,
    packageRecords,
    notes: [...fromServer.notes, ...notes],
  });
}

function describe(
  request: PayloadRequest,
  gathered: Gathered,
  entries: LocatedEntry[],
  found: Pick<CollectedPayload, 'foundSecrets' | 'packageRecords' | 'notes'>,
): CollectedPayload {
  const byPath = new Map(entries.map((located) => [located.entry.path, located]));
  const paths = new Set(entries.map(({ entry }) => entry.path));
  const provides = (soname: string): boolean => [...paths].some((path) => path.endsWith(`/${soname}`));
  return {
    evidence: {
      workload: request.workload.name,
      base: { image: request.workload.base.image, digest: request.base?.image.id ?? '' },
      entries: entries.map(({ entry }) => entry),
      missingLibraries: gathered.missingLibraries.filter(({ soname }) => !provides(soname)),
      leftOut: gathered.leftOut,
    },
    contentOf(entry) {
      const local = byPath.get(entry.path)?.local;
      if (local === undefined) throw new Error(`${entry.path} has no content on this machine`);
      return local;
    },
    runsOf: (entry) => byPath.get(entry.path)?.spooled?.runs,
    synthesised: entries.filter(({ entry }) => entry.origin === 'synthesised').map(({ entry }) => entry.path),
    foundSecrets: found.foundSecrets,
    packageRecords: found.packageRecords,
    notes: [...notesOf(gathered), ...found.notes],
  };
}

function notesOf(gathered: Gathered): string[] {
  const { choice, missing, notes } = gathered;
  const absent = missing.map(({ path, reason }) => sentence`${path} is not there or not readable (${reason}).`);
  return [...new Set([...choice.notes, ...absent, ...notes])];
}

function addedPackages(
  entries: readonly LocatedEntry[],
  gathered: Gathered,
  { base }: PayloadRequest,
): PackageRecord[] {
  const shipped = entries.filter(
    ({ entry }) => (entry.type === 'file' || entry.type === 'hardlink') && entry.place !== 'base',
  );
  const names = new Set(shipped.flatMap(({ entry }) => entry.package ?? []));
  return [...names]
    .filter((name) => base?.packages.has(name) !== true)
    .sort()
    .flatMap((name) => gathered.owners.records.get(name) ?? []);
}

/** A path of the plan on the image's layout, with what the server has there. */
function locate(path: string, { base }: GatherContext, { files }: Gathered): Located {
  const resolution = resolvePath(path, files.lookup);
  const canonical = resolution.kind === 'found' ? resolution.path : path;
  const entry = files.lookup(canonical) ?? undefined;
  const directory = {
    type: 'directory',
    mode: 0o755,
    uid: 0,
    gid: 0,
    size: 0,
    mtime: 0,
    stamp: '',
    inode: '',
    links: 1,
  } as const;
  return { path: ontoBase(canonical, entry ?? directory, base).path, entry };
}
