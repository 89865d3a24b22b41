import { describe, expect, it } from 'vitest';
import { entry, evidence, packages, plan, workload } from '../__fixtures__/plans.ts';
import { packageUrl } from './package-url.ts';
import { sbomJson } from './sbom.ts';

const entries = [
  entry('/usr/sbin/apache2', { package: 'apache2-bin', origin: 'unchanged' }),
  entry('/srv/portal/run', { sha256: 'b'.repeat(64) }),
  entry('/etc/portal.conf', { place: 'config', sha256: 'c'.repeat(64) }),
];
const input = {
  plan: plan([workload(), workload({ name: 'other' })]),
  evidence: new Map([
    ['portal', evidence(entries)],
    ['other', evidence(entries, 'other')],
  ]),
  packages: [...packages(), ...packages().map((item) => ({ ...item, name: 'not-used' }))],
};

describe('sbomJson', () => {
  const bom = JSON.parse(sbomJson(input));

  it('lists packages by their URL, files that no package explains by their hash, and each once', () => {
    const purl = 'pkg:deb/debian/apache2-bin@2.4.62-1~deb12u2?arch=amd64&distro=debian-12';
    expect(bom).toMatchObject({ bomFormat: 'CycloneDX', specVersion: '1.6' });
    const listed = bom.components.map(
      (component: { type: string; name: string }) => `${component.type} ${component.name}`,
    );
    expect(listed.sort()).toEqual([
      'container other',
      'container portal',
      'file /srv/portal/run',
      'library apache2-bin',
    ]);
    expect(bom.components).toContainEqual(expect.objectContaining({ purl }));
    expect(bom.components).toContainEqual(
      expect.objectContaining({ hashes: [{ alg: 'SHA-256', content: 'b'.repeat(64) }] }),
    );
    const { dependsOn } = bom.dependencies.find(({ ref }: { ref: string }) => ref === 'workload/portal');
    expect(dependsOn).toContain(purl);
  });

  it('has no time, and a serial number that follows from its content', () => {
    expect(bom.metadata).not.toHaveProperty('timestamp');
    expect(bom.serialNumber).toMatch(/^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(sbomJson(structuredClone(input))).toBe(sbomJson(input));
    const changed = JSON.parse(sbomJson({ ...input, packages: [] }));
    expect(changed.serialNumber).not.toBe(bom.serialNumber);
  });
});

describe('packageUrl', () => {
  const [dpkg] = packages();

  it.each([
    ['rpm', 'centos', '7', 'pkg:rpm/centos/x%2B%2B@1.0?arch=amd64&distro=centos-7'],
    ['apk', 'alpine', '', 'pkg:apk/alpine/x%2B%2B@1.0?arch=amd64&distro=alpine'],
  ] as const)('knows %s', (manager, id, versionId, expected) => {
    if (dpkg === undefined) throw new Error('the fixture has no package');
    const os = { ...plan().server.os, id, versionId };
    expect(packageUrl(os, { ...dpkg, manager, name: 'x++', version: '1.0' })).toBe(expected);
  });
});
