import { PackageURL } from 'packageurl-js';
import type { Package } from '../../../../shared/model/facts.ts';
import type { Plan } from '../../../../shared/model/plan.ts';

/** The types of the package-url specification for each package manager. */
const TYPES = { dpkg: 'deb', rpm: 'rpm', apk: 'apk' } as const;

/** The package URL of a server's package, with the distribution it comes from, as scanners expect it. */
export function packageUrl(os: Plan['server']['os'], item: Package): string {
  const qualifiers = {
    ...(item.architecture === '' ? {} : { arch: item.architecture }),
    distro: os.versionId === '' ? os.id : `${os.id}-${os.versionId}`,
  };
  return new PackageURL(TYPES[item.manager], os.id, item.name, item.version, qualifiers, undefined).toString();
}
