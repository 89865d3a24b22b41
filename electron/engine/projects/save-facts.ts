import { resolve } from 'node:path';
import { readScan } from './store/scans.ts';
import { lookAtProject } from './store/with-project.ts';
import { writeAtomically } from './store/write-atomically.ts';

/** Writes the newest facts to a file of the person's choice, such as `slipway scan -o` writes; for its owner alone. */
export async function saveFacts({ directory, file }: { directory: string; file: string }): Promise<void> {
  const facts = await lookAtProject(directory, (root) => readScan(root, undefined));
  await writeAtomically(resolve(file), `${JSON.stringify(facts, null, 2)}\n`);
}
