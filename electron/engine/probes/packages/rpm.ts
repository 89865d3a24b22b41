import type { RawPackage } from './raw.ts';

/** Lines of the probe's query format: P name epoch version arch source, then R needed and V provided names. */
export function readRpm(lines: readonly string[], configuration: readonly string[]): RawPackage[] {
  const conffiles = readConffiles(configuration);
  const packages: RawPackage[] = [];
  for (const line of lines) {
    const [kind, name = '', epoch = '', version = '', architecture = '', source = ''] = line.split('\t');
    if (kind === 'P') {
      packages.push({
        manager: 'rpm',
        name,
        version: /^\d+$/.test(epoch) ? `${epoch}:${version}` : version,
        architecture: architecture === '(none)' ? 'noarch' : architecture,
        source: source === '(none)' ? name : source.replace(/-[^-]*-[^-]*$/, ''),
        essential: false,
        needs: [],
        provides: [],
        conffiles: conffiles.get(name) ?? new Map(),
      });
    }
    if (kind === 'R' && !name.startsWith('rpmlib(')) packages.at(-1)?.needs.push([name]);
    if (kind === 'V') packages.at(-1)?.provides.push(name);
  }
  // Keys that were imported stand in the database as packages.
  return packages.filter((found) => found.name !== 'gpg-pubkey');
}

function readConffiles(lines: readonly string[]): Map<string, Map<string, string>> {
  const byPackage = new Map<string, Map<string, string>>();
  for (const line of lines) {
    const [name, , digest, path] = line.split('\t');
    if (name === undefined || digest === undefined || path === undefined) continue;
    byPackage.set(name, (byPackage.get(name) ?? new Map<string, string>()).set(path, digest));
  }
  return byPackage;
}
