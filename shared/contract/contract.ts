import { eventIterator, oc } from '@orpc/contract';
import { z } from 'zod';
import { doctorReportSchema } from '../model/doctor.ts';
import { factsSchema } from '../model/facts.ts';
import { planSchema } from '../model/plan.ts';
import { migrationResultSchema } from '../model/result.ts';
import {
  buildInputSchema,
  dockerInputSchema,
  exportInputSchema,
  migrateInputSchema,
  planInputSchema,
  serverInputSchema,
  verifyInputSchema,
} from './inputs.ts';
import { jobMessageSchema } from './messages.ts';

function job<Input extends z.ZodType, Result extends z.ZodType>(input: Input, result: Result) {
  return oc.input(input).output(eventIterator(jobMessageSchema(result)));
}

/** Everything a front end can ask of the engine, the same over every transport. Each long procedure is a job. */
export const contract = {
  scan: job(z.object({ server: serverInputSchema }), factsSchema),
  plan: job(planInputSchema, z.object({ directory: z.string(), plan: planSchema })),
  migrate: job(migrateInputSchema, migrationResultSchema),
  build: job(buildInputSchema, migrationResultSchema),
  verify: job(verifyInputSchema, migrationResultSchema),
  export: job(exportInputSchema, z.object({ commit: z.string(), branch: z.string() })),
  doctor: job(z.object({ docker: dockerInputSchema }), doctorReportSchema),
  /** Answers a question of a running job; undefined declines. */
  answer: oc
    .input(z.object({ job: z.string(), question: z.string(), value: z.string().optional() }))
    .output(z.object({ accepted: z.boolean() })),
};
