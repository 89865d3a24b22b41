import { createContext, type PropsWithChildren, useCallback, useContext, useEffect, useState } from 'react';
import { useStore } from 'zustand';
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Workload } from '../../../../shared/model/plan.ts';
import { ownValue } from '../../../../shared/text/own-value.ts';
import { useWork } from '../../../components/use-work.ts';
import { usePlan } from '../plan-context.tsx';
import { type Weight, weigh } from './file-tree.ts';
import { excludedBy } from './selection.ts';
import { useEvidence } from './use-evidence.ts';

/** By workload; undefined where its files are not known. */
type Gains = Readonly<Record<string, Weight | undefined>>;

const GainsContext = createContext<StoreApi<Gains> | undefined>(undefined);

/** Weighs each workload once, whoever asks: its card, its heading and the tree of its files. */
export function GainsProvider({ children }: PropsWithChildren) {
  const { workloads } = usePlan();
  const [gains] = useState(() => createStore<Gains>(() => ({})));
  return (
    <GainsContext value={gains}>
      {workloads.map((workload) => (
        <Weigher key={workload.name} workload={workload} gains={gains} />
      ))}
      {children}
    </GainsContext>
  );
}

function Weigher({ workload: { name, files }, gains }: { workload: Workload; gains: StoreApi<Gains> }) {
  const entries = useEvidence(name);
  const weight = useWork(useCallback(() => weigh(entries, excludedBy(files)), [entries, files]));
  const known = entries.length === 0 ? undefined : weight;
  useEffect(() => gains.setState({ [name]: known }), [gains, name, known]);
  return null;
}

/** What a workload's image gains over its base, as the plan is edited now; undefined where its files are not known. */
export function useGain({ name }: Pick<Workload, 'name'>): Weight | undefined {
  const gains = useContext(GainsContext);
  if (gains === undefined) throw new Error('useGain is for what stands in a GainsProvider.');
  return useStore(gains, (all) => ownValue(all, name));
}
