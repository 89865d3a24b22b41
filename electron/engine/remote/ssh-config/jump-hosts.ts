import { parseDestination } from '../target.ts';
import type { SshSettings } from './settings.ts';

/** The jump hosts on the way to a host. `Host *` with a jump host means everything but that host itself. */
export function jumpHosts({ alias, proxyJump }: Pick<SshSettings, 'alias' | 'proxyJump'>): string[] {
  const last = proxyJump.at(-1);
  return last === undefined || parseDestination(last).host === alias ? [] : proxyJump;
}
