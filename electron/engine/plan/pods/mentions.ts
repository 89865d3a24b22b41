import type { Facts } from '../../../../shared/model/facts.ts';
import type { Workload } from '../../../../shared/model/plan.ts';
import { sentence } from '../../../../shared/text/sentence.ts';
import { uniqueBy } from '../../detectors/support/lists.ts';
import { isWithin } from '../../detectors/support/paths.ts';
import { isLoopback } from '../../detectors/support/peer-url.ts';
import type { Assembled } from '../workload/assemble.ts';

/** Something that a service reads: its environment, its arguments, its scripts and its configuration. */
interface Text {
  where: string;
  content: string;
}

interface Mention {
  /** The unix socket, where one is named. */
  path?: string;
  reason: string;
}

const comments = /^\s*(#|;|\/\/|--\s).*$/gm;

/** The texts that a workload carries, its variables and its arguments. */
export function textsOf(facts: Facts, { workload, tree }: Assembled): Text[] {
  const carried = [
    ...workload.config,
    ...workload.files.include,
    ...workload.secrets.flatMap((secret) =>
      secret.kind === 'file' ? [{ path: secret.path, scope: 'file' as const }] : [],
    ),
  ];
  const files = facts.configFiles.filter(({ path }) =>
    carried.some((entry) => (entry.scope === 'tree' ? isWithin(path, entry.path) : entry.path === path)),
  );
  // What a supervisor starts has variables and arguments of its own.
  const variables = tree.members
    .flatMap(({ environment }) => environment)
    .map(({ name, value }) => ({ where: sentence`variable ${name}`, content: value }));
  return [
    ...uniqueBy(variables, ({ where, content }) => `${where}\n${content}`),
    { where: sentence`its arguments`, content: tree.members.map(({ argv }) => argv.join(' ')).join('\n') },
    ...files.map(({ path, content }) => ({ where: path, content: content.replace(comments, '') })),
  ];
}

/**
 * Where a text names another service of this machine: its unix socket, or its port behind a name of the loopback. A
 * service that listens on the loopback alone is there for somebody on this machine, so its bare port number tells as well.
 */
export function mentionOf(texts: Text[], ports: Workload['ports'], sockets: string[]): Mention | undefined {
  for (const path of sockets) {
    const text = texts.find(({ content }) => names(content, path));
    if (text) return { path, reason: sentence`${text.where} names ${path}` };
  }
  for (const { container: port, address, protocol } of ports) {
    if (protocol !== 'tcp') continue;
    const behindName = new RegExp(
      `\\b(127\\.\\d+\\.\\d+\\.\\d+|localhost|\\[::1\\])["']?[:,\\s]\\s*["']?${port}\\b`,
      'i',
    );
    const bare = new RegExp(`(?<![\\w.])${port}(?![\\w.]|:\\d)`);
    const isFound = ({ content }: Text) => behindName.test(content) || (isLoopback(address) && bare.test(content));
    const text = texts.find(isFound);
    if (text) return { reason: sentence`${text.where} names port ${port} of this machine` };
  }
  return undefined;
}

/** A path as a whole, not the beginning of a longer one. */
function names(content: string, path: string): boolean {
  const at = content.indexOf(path);
  return at >= 0 && !/^(?:[\w/-]|\.\w)/.test(content.slice(at + path.length));
}
