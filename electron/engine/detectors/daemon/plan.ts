import type { ParityProbe } from '../../../../shared/model/plan.ts';
import { sentence } from '../../../../shared/text/sentence.ts';
import { planNative } from '../native/plan.ts';
import type { WorkloadPart } from '../support/part.ts';
import { basename, dirname, isWithin } from '../support/paths.ts';
import { type ProcessTree, tcpPortsOf } from '../support/process-tree.ts';
import type { Server } from '../support/server.ts';
import { knownDaemonOf } from './detect.ts';
import { emptyStoreOf } from './empty-store.ts';
import type { KnownDaemon } from './known-daemons.ts';

/** A program as it runs today, with what is known of it: its configuration, its state, a question it answers. */
export function planDaemon(server: Server, tree: ProcessTree): WorkloadPart {
  const part = planNative(server, tree);
  const known = knownDaemonOf(tree);
  if (known === undefined) return part;
  const store = emptyStoreOf(server, tree);
  const data = (store === undefined ? known.data : [store.directory])
    .filter((path) => server.lookAt(path)?.type === 'directory')
    .map((path) => ({ path, reason: sentence`${known.title} keeps its state there.` }));
  const named = store === undefined && part.stateful !== undefined ? part.data : [];
  return {
    ...part,
    config: [...part.config, ...configOf(server, tree, known)],
    data: [...data, ...named.filter(({ path }) => !data.some((one) => isWithin(path, one.path)))],
    users: [...known.users],
    sites: [],
    parity: questionsOf(server, tree, known),
    ...(store && { prepare: [store.prepare], packages: store.packages, notes: [...part.notes, store.note] }),
  };
}

function configOf(server: Server, tree: ProcessTree, known: KnownDaemon): WorkloadPart['config'] {
  // PostgreSQL's directory is called after its version and cluster; its arguments name a file in it.
  const named = tree.root.argv
    .flatMap((argument) => /^config_file=(\/etc\/.+)$/.exec(argument)?.[1] ?? [])
    .map(dirname);
  return [...known.config, ...named].flatMap((path) => {
    const type = server.lookAt(path)?.type;
    if (type === undefined) return [];
    const reason = sentence`configuration of ${basename(tree.root.exe ?? known.title)}`;
    return [{ path, scope: type === 'directory' ? ('tree' as const) : ('file' as const), reason }];
  });
}

function questionsOf(server: Server, tree: ProcessTree, known: KnownDaemon): ParityProbe[] {
  return tcpPortsOf(server, tree).map((port) => ({ kind: 'greeting' as const, port, ...questionAt(port, known) }));
}

function questionAt(port: number, { say, title, answersFromData, otherPorts }: KnownDaemon) {
  const proof = answersFromData && { handshake: true as const };
  if (otherPorts?.includes(port)) {
    const reason = sentence`No protocol is known for this port; it is asked over HTTP where it says nothing by itself.`;
    return { perhapsHttp: true as const, reason };
  }
  if (say === undefined) return { ...proof, reason: sentence`${title} speaks first.` };
  return { ...proof, say: say.hex, reason: sentence`${title} is asked: ${say.what}.` };
}
