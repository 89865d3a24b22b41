import { createHash } from 'node:crypto';
import { Enums, Models, Serialize, Spec } from '@cyclonedx/cyclonedx-library';
import type { EvidenceEntry, WorkloadEvidence } from '../../../../shared/model/evidence.ts';
import type { Package } from '../../../../shared/model/facts.ts';
import type { Plan, Workload } from '../../../../shared/model/plan.ts';
import { projectName } from '../compose/compose.ts';
import { packageUrl } from './package-url.ts';

interface SbomInput {
  plan: Plan;
  evidence: Map<string, WorkloadEvidence>;
  packages: Package[];
}

/**
 * What is in the images, as a CycloneDX 1.6 document: each workload a container that depends on its packages and on the
 * files that no package owns. It names no time, and its serial number comes from its content, so that the same bundle
 * gives the same bytes.
 */
export function sbomJson(input: SbomInput): string {
  const bom = new Models.Bom();
  const tool = new Models.Component(Enums.ComponentType.Application, 'slipway');
  bom.metadata.tools = new Models.Tools({ components: new Models.ComponentRepository([tool]) });
  const bundle = new Models.Component(Enums.ComponentType.Application, projectName(input.plan.server.name), {
    bomRef: 'bundle',
  });
  bom.metadata.component = bundle;
  const known = new Map<string, Models.Component>();
  for (const workload of input.plan.workloads) {
    const container = workloadComponent(input, workload, known);
    bundle.dependencies.add(container.bomRef);
    bom.components.add(container);
  }
  for (const component of known.values()) bom.components.add(component);
  bom.serialNumber = `urn:uuid:${uuidOf(serialise(bom))}`;
  return serialise(bom);
}

function workloadComponent(
  input: SbomInput,
  workload: Workload,
  known: Map<string, Models.Component>,
): Models.Component {
  const container = new Models.Component(Enums.ComponentType.Container, workload.name, {
    bomRef: `workload/${workload.name}`,
    description: workload.title,
  });
  const entries = input.evidence.get(workload.name)?.entries ?? [];
  for (const part of [...packageComponents(input, entries), ...fileComponents(entries)]) {
    const key = part.bomRef.value ?? part.name;
    const component = known.get(key) ?? part;
    known.set(key, component);
    container.dependencies.add(component.bomRef);
  }
  return container;
}

/** The packages that files of the image belong to, whether they are shipped, installed or the base's own. */
function packageComponents({ plan, packages }: SbomInput, entries: EvidenceEntry[]): Models.Component[] {
  const names = new Set(entries.flatMap((entry) => (entry.package === undefined ? [] : [entry.package])));
  return packages
    .filter((item) => names.has(item.name))
    .map((item) => {
      const purl = packageUrl(plan.server.os, item);
      return new Models.Component(Enums.ComponentType.Library, item.name, {
        bomRef: purl,
        purl,
        version: item.version,
      });
    });
}

/** Files that no package owns or that were changed since: what a scanner cannot know from the packages. */
function fileComponents(entries: EvidenceEntry[]): Models.Component[] {
  return entries.flatMap((entry) => {
    const shipped = entry.place === 'payload' || entry.place === 'app';
    if (entry.type !== 'file' || !shipped || entry.sha256 === undefined || entry.origin === 'unchanged') return [];
    const hashes = new Models.HashDictionary([[Enums.HashAlgorithm['SHA-256'], entry.sha256]]);
    return [
      new Models.Component(Enums.ComponentType.File, entry.path, {
        bomRef: `file${entry.path}#${entry.sha256}`,
        hashes,
      }),
    ];
  });
}

function serialise(bom: Models.Bom): string {
  const factory = new Serialize.JSON.Normalize.Factory(Spec.Spec1dot6);
  return new Serialize.JsonSerializer(factory).serialize(bom, { sortLists: true, space: 2 });
}

/** A UUID of version 8 (RFC 9562: made by the application) out of the content's hash. */
function uuidOf(content: string): string {
  const bytes = createHash('sha256').update(content).digest().subarray(0, 16);
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x80;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = bytes.toString('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}
