import { eventIterator, oc } from '@orpc/contract';
import { z } from 'zod';
import { evidenceEntrySchema } from '../model/evidence.ts';
import { factsSchema } from '../model/facts.ts';
import { planSchema } from '../model/plan.ts';
import {
  heldBySchema,
  projectSchema,
  recentProjectSchema,
  scanSummarySchema,
  wizardStepSchema,
} from '../model/project.ts';
import { migrationResultSchema, parityReportSchema } from '../model/result.ts';
import { recordedSchema } from '../model/run-record.ts';
import { serviceSchema } from '../model/service.ts';
import { choicesSchema, dockerInputSchema, serverInputSchema } from './inputs.ts';
import { job } from './job.ts';

const inProject = z.object({ directory: z.string().min(1) });
const planSaved = z.object({
  plan: planSchema,
  /** Files whose edits and whose regeneration touch the same lines. */
  conflicts: z.array(z.string()),
});

/** A project from its folder to its proof. Each procedure leaves the folder whole, also after a cancel or a crash. */
export const projectsContract = {
  recent: oc.output(z.array(recentProjectSchema)),
  /** Makes the folder where it is not there. Rejects with `project.exists` or `bundle.not-empty`. */
  create: oc.input(z.object({ directory: z.string().min(1), name: z.string().optional() })).output(projectSchema),
  /**
   * A project, or a bundle that the command line wrote (its folder, or its `slipway.yaml`). Where another program has it
   * open, `heldBy` says which, and what changes the project rejects with `project.held`; `takeOver` takes it from there.
   */
  open: oc.input(inProject.extend({ takeOver: z.boolean().optional() })).output(projectSchema),
  /** Which other program has it open now; changes nothing. Who finds none opens it again, and can change it from then on. */
  holder: oc.input(inProject).output(z.object({ heldBy: heldBySchema.optional() })),
  /** Closes it: at the next start, no project is open by itself. */
  leave: oc.input(inProject).output(z.void()),
  forget: oc.input(inProject).output(z.void()),
  update: oc
    .input(
      inProject.extend({
        name: z.string().min(1).optional(),
        server: serverInputSchema.optional(),
        docker: dockerInputSchema.optional(),
        step: wizardStepSchema.optional(),
      }),
    )
    .output(projectSchema),

  /** Scans the project's server and keeps the facts; makes the first plan where there is none yet. */
  scan: job(inProject, scanSummarySchema),
  scans: oc.input(inProject).output(z.array(scanSummarySchema)),
  /** Facts of a kept scan (the newest one where none is named), their secrets hidden (engine/projects/without-secrets.ts). */
  facts: oc.input(inProject.extend({ scan: z.string().optional() })).output(factsSchema),
  /** The process trees of a kept scan, and which workloads they become (engine/plan/group/services.ts). */
  services: oc.input(inProject.extend({ scan: z.string().optional() })).output(z.array(serviceSchema)),
  saveFacts: oc.input(inProject.extend({ file: z.string().min(1) })).output(z.void()),

  plan: oc.input(inProject).output(planSchema),
  /** Decides anew from the facts at hand: the plan is as if nobody had changed it, edits of files survive. */
  decide: job(inProject.extend({ choices: choicesSchema }), planSaved),
  /** Saves a changed plan and regenerates what follows from it; edits survive by a three-way merge. */
  savePlan: oc.input(inProject.extend({ plan: planSchema })).output(planSaved),
  /**
   * Looks at the files that the plan chooses, without fetching them: each with its size, place and reasons. Needs the
   * server, and the Docker host for what the base image has.
   */
  survey: job(inProject.extend({ workload: z.string().optional() }), z.object({ workloads: z.array(z.string()) })),
  /**
   * What the last survey or run found for a workload, part by part (contract/in-parts.ts); nothing before the first.
   */
  evidence: oc.input(inProject.extend({ workload: z.string() })).output(eventIterator(z.array(evidenceEntrySchema))),

  /**
   * Fetches what is not here yet, builds, runs, compares and repairs by the project's plan and edited files. The
   * containers stay until `stop` or the next run. Rejects with `file.conflict` where an edit conflicts with what is
   * generated, the markers then standing in the file, and with `project.busy` while another run goes on.
   */
  run: job(inProject.extend({ workloads: z.array(z.string()).optional() }), migrationResultSchema),
  /**
   * What the last run told, part by part (contract/in-parts.ts), its secrets hidden; nothing before the first. Without
   * an `ended` the run goes on; one that was cut by a crash ends with `run.cut`.
   */
  record: oc.input(inProject).output(eventIterator(z.array(recordedSchema))),
  stop: job(inProject, z.object({ removed: z.number().int() })),
  /** Removes what a killed run left on its Docker host; nothing where none was. */
  sweep: job(inProject, z.object({ removed: z.number().int() })),
  parity: oc.input(inProject).output(parityReportSchema.optional()),
  /** Takes a repair back and keeps it from being made again. */
  undoRepair: oc
    .input(inProject.extend({ workload: z.string(), rule: z.string(), change: z.string() }))
    .output(planSaved),
};
