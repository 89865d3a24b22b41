import { sentence } from '../../../../shared/text/sentence.ts';
import type { WorkloadPart } from './part.ts';
import type { Server } from './server.ts';

/** Extensions are loaded from conf.d; their packages carry the version in their name. */
export function phpExtensionPackages(server: Server, version: string): WorkloadPart['packages'] {
  const tools = /-(cli|dev|phpdbg|cgi|fpm)$/;
  return server.facts.packages
    .filter(({ name }) => name.startsWith(`php${version}-`) && !tools.test(name))
    .map(({ name }) => ({ name, reason: sentence`PHP extension or its common files` }));
}

/** Debian keeps each version's settings apart by how PHP is run; the links of their conf.d point at mods-available. */
export function phpSettings(version: string, runBy: 'apache2' | 'fpm'): WorkloadPart['config'] {
  return [`/etc/php/${version}/${runBy}`, `/etc/php/${version}/mods-available`].map((path) => ({
    path,
    scope: 'tree' as const,
    reason: sentence`PHP configuration`,
  }));
}
