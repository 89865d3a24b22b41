import { homedir } from 'node:os';
import { join } from 'node:path';
import { SlipwayError } from '../../../shared/errors.ts';
import { sentence } from '../../../shared/text/sentence.ts';
import type { JobContext } from '../job-context.ts';
import { printable } from '../text/printable.ts';
import { createKeyFiles } from './auth/key-files.ts';
import type { TargetSpec } from './remote-host.ts';
import { type ClientContext, openClient } from './ssh-client.ts';
import { type ConfigNode, readSshConfig, systemSshConfig } from './ssh-config/files.ts';
import { jumpHosts } from './ssh-config/jump-hosts.ts';
import { expandHome, resolveSettings, type SshSettings } from './ssh-config/settings.ts';
import type { SshConnection } from './ssh-connection.ts';
import { type Destination, parseDestination } from './target.ts';

/** What a connection takes from this machine. */
export interface Surroundings {
  /** Where `.ssh` is; the account's home directory by default. */
  home?: string;
  /** The agent's socket; `SSH_AUTH_SOCK` by default, none where empty. */
  agentSocket?: string;
}

/** Where Windows' own OpenSSH agent listens. */
const platformAgent = process.platform === 'win32' ? '\\\\.\\pipe\\openssh-ssh-agent' : undefined;

/** Enough for any real way to a server, and an end for a configuration that goes round in circles. */
const maxHops = 8;

/**
 * An SSH connection to a target: `~/.ssh/config` applied, through its jump hosts, every host key checked. The caller
 * closes it. Rejects with a `server.*` or `usage` SlipwayError, or with the signal's reason.
 */
export async function openSshClient(
  target: TargetSpec,
  job: JobContext,
  surroundings: Surroundings = {},
): Promise<SshConnection> {
  const home = surroundings.home ?? homedir();
  const config = [
    ...(await readSshConfig(join(home, '.ssh/config'), home)),
    ...(await readSshConfig(systemSshConfig, home)),
  ];
  const context: ClientContext = {
    job,
    home,
    agentSocket: surroundings.agentSocket ?? process.env.SSH_AUTH_SOCK ?? platformAgent,
    keyFiles: createKeyFiles(job),
    withoutKeys: target.signIn === 'password',
    identityFiles: (target.identityFiles ?? []).map((file) => expandHome(file, home)),
    acceptNewHostKey: target.acceptNewHostKey,
  };
  return openHop(target, target.jump, { config, context, hops: 0 });
}

interface Route {
  config: ConfigNode[];
  context: ClientContext;
  hops: number;
}

/** `jump` undefined: as the configuration says. The last jump host dials the destination, the one before it that one. */
async function openHop(
  destination: Destination,
  jump: readonly string[] | undefined,
  route: Route,
): Promise<SshConnection> {
  const settings = resolveSettings(destination, route.config, route.context.home);
  const via = jump ?? configuredJump(settings);
  const last = via.at(-1);
  if (route.hops >= maxHops) {
    throw new SlipwayError(
      'usage',
      sentence`The way to ${printable(destination.host)} goes through more than ${maxHops} jump hosts.`,
      {
        hint: sentence`Check ProxyJump in ~/.ssh/config for a circle.`,
      },
    );
  }
  if (last === undefined) return openClient(settings, undefined, route.context);
  const earlier = via.length > 1 ? via.slice(0, -1) : undefined;
  const context = { ...route.context, withoutKeys: false };
  const below = await openHop(parseDestination(last), earlier, { ...route, context, hops: route.hops + 1 });
  try {
    return await openClient(settings, below, route.context);
  } catch (error) {
    await below.close();
    throw error;
  }
}

function configuredJump(settings: SshSettings): string[] {
  if (settings.proxyCommand !== undefined) {
    const subject = sentence`~/.ssh/config reaches ${printable(settings.alias)} by a ProxyCommand`;
    throw new SlipwayError('server.unsupported', sentence`${subject}, which is not run.`, {
      hint: sentence`Use ProxyJump there, or name the jump host (--jump HOST).`,
    });
  }
  return jumpHosts(settings);
}
