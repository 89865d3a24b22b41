import { SlipwayError } from '../../../../shared/errors.ts';
import type { WorkloadEvidence } from '../../../../shared/model/evidence.ts';
import type { Plan, Workload } from '../../../../shared/model/plan.ts';
import { sentence } from '../../../../shared/text/sentence.ts';
import { commentText } from '../one-line.ts';

interface PinnedPackage {
  name: string;
  version: string;
}

/**
 * The packages that the Dockerfile installs for strategy `packages`: those whose files the payload leaves out because of
 * it. What the base has already is not asked for again.
 */
export function packagesToInstall(workload: Workload, evidence: WorkloadEvidence): PinnedPackage[] {
  const left = new Set(evidence.entries.filter((entry) => entry.place === 'package').map((entry) => entry.package));
  return workload.files.packages
    .filter(({ name }) => left.has(name))
    .map(({ name, version }) => ({ name, version }))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** A RUN instruction that installs exactly these versions and leaves no package lists behind. */
export function installInstruction(server: Plan['server'], packages: PinnedPackage[]): string {
  const checked = packages.map(requireShellSafe);
  switch (server.packageManager) {
    case 'dpkg':
      return lines([
        'RUN apt-get update',
        '&& DEBIAN_FRONTEND=noninteractive apt-get install --yes --no-install-recommends',
        ...checked.map(({ name, version }) => `    ${name}=${version}`),
        '&& rm -rf /var/lib/apt/lists/*',
      ]);
    case 'rpm': {
      const tool = usesYum(server.os) ? 'yum' : 'dnf';
      return lines([
        `RUN ${tool} install -y`,
        ...checked.map(({ name, version }) => `    ${name}-${version}`),
        `&& ${tool} clean all`,
      ]);
    }
    case 'apk':
      return lines(['RUN apk add --no-cache', ...checked.map(({ name, version }) => `    ${name}=${version}`)]);
    case 'none':
      throw new SlipwayError('bundle.invalid', sentence`Strategy "packages" needs a server with a package manager.`, {
        hint: sentence`Choose the strategy minimal for this server (--strategy minimal).`,
      });
  }
}

/** dnf came with Fedora 22 and the eighth release of Red Hat's family. */
function usesYum(os: Plan['server']['os']): boolean {
  return os.id !== 'fedora' && Number.parseInt(os.versionId, 10) < 8;
}

function lines(parts: string[]): string {
  return parts.map((part, index) => (index === 0 ? part : `  ${part}`)).join(' \\\n');
}

/** Names and versions stand in a shell command; no package manager allows more than these characters. */
function requireShellSafe(item: PinnedPackage): PinnedPackage {
  const word = /^[A-Za-z0-9][A-Za-z0-9.+_:~^-]*$/;
  if (word.test(item.name) && word.test(item.version) && !item.version.includes(':~')) return item;
  throw new SlipwayError(
    'bundle.invalid',
    sentence`"${commentText(item.name)}=${commentText(item.version)}" is not the name and version of a package.`,
    { hint: sentence`Remove this package from slipway.yaml.` },
  );
}
