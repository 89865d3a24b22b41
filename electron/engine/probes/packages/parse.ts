import type { Package } from '../../../../shared/model/facts.ts';
import type { Parsed, Sections } from '../probe.ts';
import { sectionLines, sectionText } from '../wire/read.ts';
import { readApk } from './apk.ts';
import { readDpkg } from './dpkg.ts';
import type { RawPackage } from './raw.ts';
import { readRpm } from './rpm.ts';

/** Installed packages, their needs resolved to installed names, and their configuration compared. */
export function parsePackages(sections: Sections): Parsed<Package[]> {
  const raw = [
    ...readDpkg(sectionText(sections, 'dpkg')),
    ...readApk(sectionText(sections, 'apk')),
    ...readRpm(sectionLines(sections, 'rpm'), sectionLines(sections, 'rpm-config')),
  ];
  const digests = readDigests(['md5sum', 'sha1sum', 'sha256sum'].flatMap((tool) => sectionLines(sections, tool)));
  const providers = providersByName(raw);
  return { value: raw.map((found) => finish(found, providers, digests)), gaps: [] };
}

function finish(
  raw: RawPackage,
  providers: ReadonlyMap<string, string>,
  digests: ReadonlyMap<string, string>,
): Package {
  const { needs, provides: _, conffiles, ...kept } = raw;
  const depends = needs.flatMap(
    (alternatives) => alternatives.map((name) => providers.get(name)).find((name) => name !== undefined) ?? [],
  );
  // A conffile that is gone or unreadable has no digest here, and is not called changed.
  const changed = [...conffiles].filter(([path, digest]) => digests.has(path) && digests.get(path) !== digest);
  return {
    ...kept,
    depends: [...new Set(depends)].filter((name) => name !== raw.name).sort(),
    changedConffiles: changed.map(([path]) => path).sort(),
  };
}

/** A package's own name goes before what another one provides under it. */
function providersByName(packages: readonly RawPackage[]): Map<string, string> {
  const providers = new Map<string, string>();
  for (const found of packages) {
    for (const name of found.provides) if (!providers.has(name)) providers.set(name, found.name);
  }
  for (const found of packages) providers.set(found.name, found.name);
  return providers;
}

/** `DIGEST  PATH`; names with a newline or backslash are escaped by GNU tools behind a leading backslash. */
function readDigests(lines: readonly string[]): Map<string, string> {
  const digests = new Map<string, string>();
  for (const line of lines) {
    const [, escaped, digest, path] = /^(\\?)([0-9a-f]{32,64}) [ *](.+)$/.exec(line) ?? [];
    if (digest === undefined || path === undefined) continue;
    digests.set(
      escaped === '' ? path : path.replace(/\\(n|\\)/g, (_, letter) => (letter === 'n' ? '\n' : '\\')),
      digest,
    );
  }
  return digests;
}
