import { basename, join } from 'node:path';
import { z } from 'zod';
import { dockerInputSchema, serverInputSchema } from '../../../../shared/contract/inputs.ts';
import { lastExportSchema, wizardStepSchema } from '../../../../shared/model/project.ts';
import { PROJECT_FILE } from './layout.ts';
import { ownerSchema } from './owner.ts';
import { readJson } from './read-json.ts';
import { writeAtomically } from './write-atomically.ts';

/** Trust in a key that nobody knows is a decision of one moment: it is not kept, nor heeded where it was kept once. */
const never = z
  .unknown()
  .default(false)
  .transform(() => false);
const keptServerSchema = serverInputSchema.extend({ acceptNewHostKey: never });
const keptDockerSchema = dockerInputSchema.extend({ acceptNewHostKey: never });

const settingsSchema = z.object({
  slipway: z.literal(1),
  name: z.string(),
  server: keptServerSchema.exactOptional(),
  docker: keptDockerSchema.exactOptional(),
  step: wizardStepSchema,
  /** Whose process runs the plan now; of one that was killed it stays. */
  running: ownerSchema.exactOptional(),
  /**
   * What was put onto a Docker host and not removed again: everything there with the label `slipway=RUN`. Noted before
   * the first container is made, so that also a killed run can be cleaned up after.
   */
  kept: z
    .object({
      run: z.string(),
      docker: keptDockerSchema,
      /** Ids of the images that an unfinished run made; absent once it has come to its end. */
      unfinished: z.array(z.string()).exactOptional(),
    })
    .exactOptional(),
  lastExport: lastExportSchema.exactOptional(),
});
/** `project.json`. */
export type ProjectSettings = z.infer<typeof settingsSchema>;

/** Defaults where the file is gone: a project is more than its settings. */
export async function readSettings(root: string): Promise<ProjectSettings> {
  const kept = await readJson(join(root, PROJECT_FILE), settingsSchema);
  return kept ?? { slipway: 1, name: basename(root), step: 'connect' };
}

export async function writeSettings(root: string, settings: ProjectSettings): Promise<void> {
  await writeAtomically(join(root, PROJECT_FILE), `${JSON.stringify(settingsSchema.parse(settings), null, 2)}\n`);
}
