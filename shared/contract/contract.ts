import { oc } from '@orpc/contract';
import { z } from 'zod';
import { doctorReportSchema } from '../model/doctor.ts';
import { factsSchema } from '../model/facts.ts';
import { planSchema } from '../model/plan.ts';
import { migrationResultSchema } from '../model/result.ts';
import { bundleContract } from './bundle.ts';
import { containersContract } from './containers.ts';
import { demoContract } from './demo.ts';
import { filesContract } from './files.ts';
import {
  buildInputSchema,
  dockerInputSchema,
  exportInputSchema,
  migrateInputSchema,
  planInputSchema,
  serverInputSchema,
  verifyInputSchema,
} from './inputs.ts';
import { job } from './job.ts';
import { machineContract } from './machine.ts';
import { projectsContract } from './projects.ts';
import { preferencesContract, secretsContract, shellContract } from './shell.ts';

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
  /** Cancels a running job, whose stream then goes on to its end: that tells when the job has cleaned up. */
  cancel: oc.input(z.object({ job: z.string() })).output(z.object({ cancelled: z.boolean() })),
  projects: projectsContract,
  files: filesContract,
  machine: machineContract,
  containers: containersContract,
  bundle: bundleContract,
  demo: demoContract,
  shell: shellContract,
  preferences: preferencesContract,
  secrets: secretsContract,
};
