import type { EvidenceEntry, WorkloadEvidence } from '../../../../shared/model/evidence.ts';
import type { Workload } from '../../../../shared/model/plan.ts';
import { plural } from '../../../../shared/text/plural.ts';
import { ENTRYPOINT_FILE, needsEntrypoint } from '../entrypoint.ts';
import type { Section } from './section.ts';

/**
 * What is copied into the image. `app/` comes before the payload: a copy from the context gives its directories the
 * modes of the checkout, and the payload's own directory entries then set them right.
 */
export function contentSections(workload: Workload, evidence: WorkloadEvidence): Section[] {
  const sections: Section[] = [];
  const app = filesAt(evidence, 'app');
  if (app.length > 0) {
    const why = `The application's own text files (${count(app)}), kept apart so that Git shows how they change.`;
    sections.push({ why, instruction: `COPY ${ownerFlag(app)}app/ /` });
  }
  const payload = evidence.entries.filter((entry) => entry.place === 'payload');
  if (payload.length > 0) {
    const what = workload.strategy === 'packages' ? 'differ from the packages' : 'the base lacks or has otherwise';
    const why = `The files from the server that ${what} (${count(filesAt(evidence, 'payload'))}), with owners and modes; evidence.json says why each is there.`;
    sections.push({ why, instruction: 'ADD payload.tar /' });
  } else if (evidence.entries.length === 0) {
    const why = 'The files from the server; how many there are shows when they are fetched.';
    sections.push({ why, instruction: 'ADD payload.tar /' });
  }
  if (needsEntrypoint(workload)) {
    sections.push({
      why: 'Does what the service manager did before the start; the script says what.',
      instruction: `COPY ${ENTRYPOINT_FILE} /${ENTRYPOINT_FILE}`,
    });
  }
  return sections;
}

/** Files copied from the context belong to root, unless the whole application belongs to one other account. */
function ownerFlag(files: EvidenceEntry[]): string {
  const owners = new Set(files.map((file) => `${file.uid}:${file.gid}`));
  const [owner] = owners;
  return owners.size === 1 && owner !== undefined && owner !== '0:0' ? `--chown=${owner} ` : '';
}

function filesAt(evidence: WorkloadEvidence, place: EvidenceEntry['place']): EvidenceEntry[] {
  return evidence.entries.filter((entry) => entry.place === place && entry.type !== 'directory');
}

function count(files: EvidenceEntry[]): string {
  return plural(files.length, { one: '1 file', other: `${files.length} files` });
}
