import type { Configuration } from 'electron-builder';

type Fuses = NonNullable<Configuration['electronFuses']>;

/** The release of Electron that `grantFileProtocolExtraPrivileges` came with. */
const fileFuseSince = 29;

/** The configured fuses, as they are set on a platform and known to a release of Electron. */
export function fusesFor(configured: Fuses, platform: NodeJS.Platform, electronVersion: string): Fuses {
  const fuses = { ...configured };
  // The command line of the Linux package is run by the app's own program.
  if (platform === 'linux') fuses.runAsNode = true;
  if (Number.parseInt(electronVersion, 10) < fileFuseSince) delete fuses.grantFileProtocolExtraPrivileges;
  return fuses;
}
