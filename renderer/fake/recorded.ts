import { z } from 'zod';
import { doctorReportSchema } from '../../shared/model/doctor.ts';
import { jobEventSchema } from '../../shared/model/events.ts';
import { evidenceEntrySchema } from '../../shared/model/evidence.ts';
import { factsSchema } from '../../shared/model/facts.ts';
import { planSchema } from '../../shared/model/plan.ts';
import { projectFileSchema } from '../../shared/model/project-file.ts';
import { migrationResultSchema, parityReportSchema } from '../../shared/model/result.ts';
import { serviceSchema } from '../../shared/model/service.ts';
import doctor from './__fixtures__/portal/doctor.json?raw';
import evidence from './__fixtures__/portal/evidence.json?raw';
import facts from './__fixtures__/portal/facts.json?raw';
import files from './__fixtures__/portal/files.json?raw';
import parity from './__fixtures__/portal/parity.json?raw';
import plan from './__fixtures__/portal/plan.json?raw';
import run from './__fixtures__/portal/run.json?raw';
import services from './__fixtures__/portal/services.json?raw';

/**
 * What one real scan and migration of the lab's portal server said: `slipway scan`, `slipway migrate --json` and
 * `slipway doctor --json`, with addresses, long contents and most of the evidence taken out.
 */
const messageSchema = z.union([jobEventSchema, migrationResultSchema.extend({ type: z.literal('result') })]);
const fileSchema = projectFileSchema.omit({ state: true }).extend({ text: z.string().optional() });

export const recorded = {
  doctor: doctorReportSchema.parse(JSON.parse(doctor)),
  evidence: z.array(evidenceEntrySchema).parse(JSON.parse(evidence)),
  facts: factsSchema.parse(JSON.parse(facts)),
  files: z.array(fileSchema).parse(JSON.parse(files)),
  parity: parityReportSchema.parse(JSON.parse(parity)),
  plan: planSchema.parse(JSON.parse(plan)),
  run: z.array(messageSchema).parse(JSON.parse(run)),
  services: z.array(serviceSchema).parse(JSON.parse(services)),
};
