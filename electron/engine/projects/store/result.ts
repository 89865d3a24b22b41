import { join } from 'node:path';
import { z } from 'zod';
import { migrationResultSchema } from '../../../../shared/model/result.ts';
import { RESULT_FILE } from './layout.ts';
import { readJson } from './read-json.ts';

const keptResultSchema = z.object({
  /** ISO 8601. */
  at: z.string(),
  result: migrationResultSchema,
  /** Hash of the plan that was proven: what is said of another plan must not lean on it. */
  plan: z.string(),
});
export type KeptResult = z.infer<typeof keptResultSchema>;

/** The last run that came to its end. */
export function readResult(root: string): Promise<KeptResult | undefined> {
  return readJson(join(root, RESULT_FILE), keptResultSchema);
}
