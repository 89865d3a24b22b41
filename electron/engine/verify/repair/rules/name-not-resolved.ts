import { sentence } from '../../../../../shared/text/sentence.ts';
import type { Failure, RepairRule } from '../failure.ts';
import { lineAt, textOf } from '../log/log-text.ts';

const NAME = '["\']?([A-Za-z0-9][A-Za-z0-9.-]*[A-Za-z0-9])';

/** As glibc's callers, node, nginx, Apache, curl, Java and Python say it. */
const patterns = [
  `host not found in (?:upstream|resolver) ${NAME}`,
  `getaddrinfo (?:ENOTFOUND|EAI_AGAIN) ${NAME}`,
  `could not resolve (?:host(?:name)?(?: name)?|address):? ${NAME}`,
  `UnknownHostException: ${NAME}`,
  `${NAME}["']?: (?:Name or service not known|Temporary failure in name resolution|nodename nor servname)`,
  `Bad hostname ${NAME}`,
].map((pattern) => new RegExp(pattern, 'gi'));

const LABEL = /^[a-z0-9]([a-z0-9-]*[a-z0-9])?(\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)*$/i;

/**
 * The service looks up a name that only the server's /etc/hosts knows. Where that is the server itself, the container
 * is called so. Another machine's address is different in every environment and is for the plan's endpoints.
 */
export const nameNotResolved: RepairRule = {
  id: 'name-not-resolved',
  diagnose(failure, workload) {
    const text = textOf(failure);
    for (const pattern of patterns) {
      for (const match of text.matchAll(pattern)) {
        const name = match[1] ?? '';
        if (!isServerItself(name, failure) || workload.hostname === name || !LABEL.test(name)) continue;
        return {
          kind: 'diagnosis',
          symptom: lineAt(text, match.index),
          change: sentence`The container is called ${name}, as the server's /etc/hosts calls the server.`,
          apply: (one) => ({ ...one, hostname: name }),
        };
      }
    }
    return undefined;
  },
};

function isServerItself(name: string, failure: Failure): boolean {
  return failure.serverHosts.some((host) => /^(?:127\.|::1$)/.test(host.address) && host.names.includes(name));
}
