import { sentence } from '../../../../shared/text/sentence.ts';
import type { PackageRecord } from '../server/owners.ts';
import type { Synthesised } from './synthesised.ts';

/** Records of added packages where scanners (Trivy, Grype, Syft) look for them in images without dpkg's own database. */
export function statusFiles(records: readonly PackageRecord[]): Synthesised[] {
  return records
    .filter(({ name, paragraph }) => paragraph !== '' && /^[a-z0-9][a-z0-9+.-]*$/.test(name))
    .map(({ name, paragraph }) => ({
      path: `/var/lib/dpkg/status.d/${name}`,
      type: 'file',
      mode: 0o644,
      uid: 0,
      gid: 0,
      content: `${paragraph.trim()}\n`,
      reason: sentence`record of package ${name}, so that scanners see it`,
    }));
}
