import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { z } from 'zod';
import { type Repair, repairSchema, type Workload, workloadSchema } from '../../../../shared/model/plan.ts';
import type { RepairWatch } from '../../verify/repair/repair-loop.ts';
import { REFUSED_FILE, REPAIRS } from '../store/layout.ts';
import { textEntry } from '../store/read-entry.ts';
import { readJson } from '../store/read-json.ts';
import type { Transaction } from '../store/transaction.ts';

/** Which repair of which workload. */
export interface RepairName {
  workload: string;
  rule: string;
  change: string;
}

const nameSchema = z.object({ workload: z.string(), rule: z.string(), change: z.string() });
const snapshotSchema = z.object({ repair: repairSchema, before: workloadSchema, after: workloadSchema });
/** A workload before and after a repair. */
export type RepairSnapshot = z.infer<typeof snapshotSchema>;

/** The repairs of a run: those that a person took back are refused, the others are kept with what they changed. */
export interface RunRepairs extends RepairWatch {
  save(transaction: Transaction): Promise<void>;
}

export async function openRepairs(root: string): Promise<RunRepairs> {
  const refused = await readRefused(root);
  const snapshots = new Map<string, RepairSnapshot>();
  return {
    refuses: (workload, { rule, change }) => refused.some((one) => isSame(one, { workload, rule, change })),
    note: (before, after, repair) => {
      snapshots.set(snapshotFile({ workload: after.name, ...repair }), { repair, before, after });
    },
    async save(transaction) {
      for (const [path, snapshot] of snapshots) {
        await transaction.put(path, textEntry(JSON.stringify(snapshot)), { private: true });
      }
    },
  };
}

export async function readSnapshot(root: string, name: RepairName): Promise<RepairSnapshot | undefined> {
  return readJson(join(root, snapshotFile(name)), snapshotSchema);
}

export async function readRefused(root: string): Promise<RepairName[]> {
  return (await readJson(join(root, REFUSED_FILE), z.array(nameSchema))) ?? [];
}

/** Remembers, within a change of the project, that a repair is not wanted. */
export async function refuse(root: string, name: RepairName, transaction: Transaction): Promise<void> {
  const others = (await readRefused(root)).filter((one) => !isSame(one, name));
  await transaction.put(REFUSED_FILE, textEntry(JSON.stringify([...others, name], null, 2)), { private: true });
}

export function isSame(one: RepairName, other: RepairName): boolean {
  return one.workload === other.workload && one.rule === other.rule && one.change === other.change;
}

/** Changes are sentences, so that their hash names the file. */
function snapshotFile({ workload, rule, change }: RepairName): string {
  const hash = createHash('sha256').update(JSON.stringify([workload, rule, change]));
  return `${REPAIRS}/${hash.digest('hex').slice(0, 32)}.json`;
}

export function withoutRepair(workload: Workload, { rule, change }: Pick<Repair, 'rule' | 'change'>): Workload {
  return { ...workload, repairs: workload.repairs.filter((one) => one.rule !== rule || one.change !== change) };
}
