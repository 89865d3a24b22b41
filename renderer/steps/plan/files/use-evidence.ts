import { useQuery } from '@tanstack/react-query';
import type { EvidenceEntry } from '../../../../shared/model/evidence.ts';
import { useEngine } from '../../../engine/engine-provider.tsx';
import { evidenceQuery } from '../../../project/evidence.ts';
import { useProject } from '../../../project/project.ts';

const nothing: readonly EvidenceEntry[] = [];

/** The files that the last look or run found; none before the first, and while they load. */
export function useEvidence(workload: string): readonly EvidenceEntry[] {
  const client = useEngine();
  const { directory } = useProject();
  return useQuery(evidenceQuery(client, directory, workload)).data ?? nothing;
}
