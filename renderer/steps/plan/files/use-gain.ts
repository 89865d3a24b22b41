import { queryOptions, useQuery } from '@tanstack/react-query';
import { useCallback } from 'react';
import type { EngineClient } from '../../../../shared/contract/client.ts';
import type { EvidenceEntry } from '../../../../shared/model/evidence.ts';
import type { Workload } from '../../../../shared/model/plan.ts';
import { useWork } from '../../../components/use-work.ts';
import { useEngine } from '../../../engine/engine-provider.tsx';
import { useProject } from '../../../project/project.ts';
import { type Weight, weigh } from './file-tree.ts';
import { excludedBy } from './selection.ts';

export function evidenceQuery(client: EngineClient, directory: string, workload: string) {
  return queryOptions({
    queryKey: ['evidence', directory, workload],
    queryFn: () => client.projects.evidence({ directory, workload }),
    staleTime: Number.POSITIVE_INFINITY,
  });
}

const nothing: readonly EvidenceEntry[] = [];

/** The files that the last look or run found; none before the first, and while they load. */
export function useEvidence(workload: string): readonly EvidenceEntry[] {
  const client = useEngine();
  const { directory } = useProject();
  return useQuery(evidenceQuery(client, directory, workload)).data ?? nothing;
}

/** What a workload's image gains over its base, as the plan is edited now; undefined where its files are not known. */
export function useGain(workload: Workload): Weight | undefined {
  const entries = useEvidence(workload.name);
  const { files } = workload;
  const weight = useWork(useCallback(() => weigh(entries, excludedBy(files)), [entries, files]));
  return entries.length === 0 ? undefined : weight;
}
