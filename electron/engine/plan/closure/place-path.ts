import { applicationRootOf, isGeneralDirectory } from '../../detectors/support/application.ts';
import { basename, dirname, isWithin } from '../../detectors/support/paths.ts';
import { needsOfFile } from '../../detectors/support/script-needs.ts';
import type { Server } from '../../detectors/support/server.ts';
import { type Draft, emptyDraft } from './draft.ts';

const configExtension = /\.(conf|cfg|cnf|config|ini|ya?ml|toml|properties|env|xml|json|rc|list|rules)$/;
/** Text that belongs to a program's own files though it looks like configuration. */
const ownText = /^(package(-lock)?|composer|tsconfig|manifest|bower|web|pom|swagger|openapi)\.(json|xml|lock|ya?ml)$/i;
const passing = /^\/(proc|sys|dev|run|tmp|var\/(run|lock|tmp|cache|log))(\/|$)/;
const stateful = /^\/var\/(lib|spool|mail|opt|www\/data)\/[^/]+/;

/** Whether a path is configuration: under /etc, or a text with such a name. */
export function isConfiguration(path: string): boolean {
  return isWithin(path, '/etc') || (configExtension.test(path) && !ownText.test(basename(path)));
}

export function isPassing(path: string): boolean {
  return passing.test(path);
}

/**
 * Sorts a path that the service names (in its arguments, environment, unit or scripts) into packages, files,
 * configuration or nothing. A path that does not exist, or that is made anew at every start, is nothing.
 */
export function placePath(server: Server, path: string, reason: string): Draft {
  const draft = emptyDraft();
  if (isPassing(path) || path === '/') return draft;
  const fact = server.lookAt(path);
  if (!fact || fact.type === 'socket' || fact.type === 'fifo' || fact.type === 'device') return draft;
  if (stateful.test(path)) return draft;
  if (fact.type === 'directory') return placeDirectory(server, path, reason);
  if (isConfiguration(path) && !isSystemFile(path)) {
    draft.config.push({ path, scope: 'file', reason });
    return draft;
  }
  const needs = needsOfFile(server, path, reason);
  return { ...draft, packages: needs.packages, include: needs.include };
}

/** Files of /etc that every image has or that are not the service's to configure. */
function isSystemFile(path: string): boolean {
  return /^\/etc\/(passwd|group|shadow|gshadow|hosts|hostname|resolv\.conf|nsswitch\.conf|localtime|timezone|mtab|fstab|protocols|services|mime\.types|machine-id|os-release|ld\.so\..*|ssl\/certs\/.*|ssl\/openssl\.cnf|alternatives\/.*|java-.*|perl\/.*|profile.*|environment|default\/locale|locale\.conf)$/.test(
    path,
  );
}

function placeDirectory(server: Server, path: string, reason: string): Draft {
  const draft = emptyDraft();
  if (/^\/etc\/[^/]+/.test(path) && !/^\/etc\/(ssl|alternatives|default|init\.d|systemd|cron.*)(\/|$)/.test(path)) {
    draft.config.push({ path, scope: 'tree', reason });
  } else if (!isGeneralDirectory(path) && applicationRootOf(`${path}/x`, homesOf(server)) !== undefined) {
    draft.include.push({ path, scope: 'tree', reason });
  } else {
    const needs = needsOfFile(server, path, reason);
    draft.packages.push(...needs.packages);
  }
  return draft;
}

export function homesOf(server: Server): string[] {
  return server.facts.users.map((user) => user.home);
}

/** The directory of a file that may become a volume, or undefined where that would hide other things. */
export function volumeDirectoryOf(path: string, applications: string[]): string | undefined {
  const state = /^\/var\/(?:lib|spool|mail|opt)\/[^/]+/.exec(path)?.[0];
  if (state !== undefined && state !== path) return state;
  const directory = dirname(path);
  return isGeneralDirectory(directory) || applications.includes(directory) ? undefined : directory;
}
