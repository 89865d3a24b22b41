import { userInfo } from 'node:os';
import { join } from 'node:path';
import type { SshHost } from '../../../shared/model/machine.ts';
import { hostAliases } from '../remote/ssh-config/aliases.ts';
import { type ConfigNode, readSshConfig, systemSshConfig } from '../remote/ssh-config/files.ts';
import { jumpHosts } from '../remote/ssh-config/jump-hosts.ts';
import { lookUp } from '../remote/ssh-config/look-up.ts';
import { resolveSettings } from '../remote/ssh-config/settings.ts';
import { parseDestination } from '../remote/target.ts';

/**
 * The hosts that `~/.ssh/config` names, each with what a connection would make of it. Rejects with `usage` where the
 * file cannot be read.
 */
export async function readSshHosts(home: string): Promise<SshHost[]> {
  const own = await readSshConfig(join(home, '.ssh/config'), home);
  const config = [...own, ...(await readSshConfig(systemSshConfig, home))];
  return hostAliases(own).flatMap((alias) => describe(alias, config, home) ?? []);
}

/** Undefined for a name that cannot be connected to: the file may hold anything. */
function describe(alias: string, config: readonly ConfigNode[], home: string): SshHost | undefined {
  try {
    const destination = parseDestination(alias);
    const settings = resolveSettings(destination, config, home);
    const user = lookUp(config, { ...destination, user: undefined, localUser: userInfo().username }).get('user')?.[0];
    return {
      alias,
      hostName: settings.host,
      ...(user === undefined ? {} : { user }),
      port: settings.port,
      identityFiles: settings.identityFiles ?? [],
      jump: jumpHosts(settings),
    };
  } catch {
    return undefined;
  }
}
