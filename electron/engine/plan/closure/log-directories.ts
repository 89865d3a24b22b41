import { sentence } from '../../../../shared/text/sentence.ts';
import { basename, dirname, isWithin } from '../../detectors/support/paths.ts';
import { isPlainPath } from '../../detectors/support/plain-text.ts';
import { argumentsOf, type ProcessTree } from '../../detectors/support/process-tree.ts';
import type { Server } from '../../detectors/support/server.ts';
import type { Draft } from './draft.ts';
import { likelyNames } from './state-directories.ts';
import { withoutComments } from './without-comments.ts';

interface Made {
  path: string;
  reason: string;
}

const logPath = /(?<![\w./])\/var\/log\/[\w./+-]*\w/g;
/** Each is looked at on the server. */
const mostPaths = 200;

/**
 * Directories of /var/log that a service expects: that of its name, and those in which the log files stand that its
 * configuration, arguments or environment name. Many a service opens its log before it reads that the log goes
 * elsewhere, and keeps it open only while it writes, so that no open file tells of it. What the server does not have
 * cannot be needed.
 */
export function logDirectoriesOf(server: Server, tree: ProcessTree, config: Draft['config']): Made[] {
  const own = likelyNames(tree).map((name) => ({
    path: `/var/log/${name}`,
    reason: sentence`It bears the name of the service.`,
  }));
  const named = namedLogs(server, tree, config).slice(0, mostPaths);
  return [...own, ...named].flatMap(({ path, reason }) => {
    const directory = [path, dirname(path)].find((one) => server.lookAt(one)?.type === 'directory');
    return directory?.startsWith('/var/log/') ? [{ path: directory, reason }] : [];
  });
}

function namedLogs(server: Server, tree: ProcessTree, config: Draft['config']): Made[] {
  const texts = [
    ...config.flatMap(({ path, scope }) =>
      (scope === 'file' ? [server.read(path)] : server.facts.configFiles.filter((file) => isWithin(file.path, path)))
        .flatMap((file) => file ?? [])
        .map((file) => ({ by: file.path, text: withoutComments(file.content) })),
    ),
    { by: basename(tree.root.exe ?? 'command'), text: argumentsOf(tree).join('\n') },
    { by: sentence`the environment`, text: tree.root.environment.map(({ value }) => value).join('\n') },
  ];
  const found = texts.flatMap(({ by, text }) =>
    Array.from(text.matchAll(logPath), ([path]) => ({
      path,
      reason: sentence`A log stands there: ${by} names ${path}.`,
    })),
  );
  return found.filter(({ path }) => isPlainPath(path));
}
