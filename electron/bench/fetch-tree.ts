import { writeFile } from 'node:fs/promises';
import type { JobContext } from '../engine/job-context.ts';
import { openServerFiles } from '../engine/payload/select/server-files.ts';
import { openSession } from '../engine/payload/server/session.ts';
import { fetchAll } from '../engine/payload/stream/fetch-all.ts';
import { openSpool } from '../engine/payload/stream/spool.ts';
import { connect } from '../engine/remote/connect.ts';
import { parseTarget } from '../engine/remote/target.ts';

const [target, identity, directory, spoolDirectory, report] = process.argv.slice(2);
if (!target || !identity || !directory || !spoolDirectory || !report) {
  throw new Error('usage: fetch-tree.js TARGET IDENTITY DIRECTORY SPOOL REPORT');
}
await fetchTree(target, identity, directory, spoolDirectory);
const maxRssBytes = process.resourceUsage().maxRSS * 1024;
await writeFile(report, JSON.stringify({ maxRssBytes }));

/** Surveys a directory tree of a server and streams all its files into a spool, as the payload of a workload is. */
async function fetchTree(target: string, identity: string, tree: string, spoolDirectory: string): Promise<void> {
  const job: JobContext = {
    signal: new AbortController().signal,
    emit: () => undefined,
    ask: async () => undefined,
  };
  const host = await connect(parseTarget(target, { identityFiles: [identity], acceptNewHostKey: true }), job);
  try {
    const session = openSession(host, undefined, job);
    const files = openServerFiles([]);
    await session.attempt((server) => files.ask(server, { trees: [tree], paths: [] }, job.signal));
    const items = Array.from(files.entries, ([path, { type, size }]) => ({ path, type, size }));
    const spool = await openSpool(spoolDirectory);
    await fetchAll(
      { session, spool, verified: new Set(), job, workload: { name: 'bench' } },
      files,
      items.filter(({ type }) => type === 'file'),
    );
  } finally {
    await host.close();
  }
}
