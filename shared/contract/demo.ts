import { oc } from '@orpc/contract';
import { z } from 'zod';
import { demoServerSchema, demoStateSchema } from '../model/demo.ts';
import { job } from './job.ts';

/** A legacy server to try things on: the portal of the lab, as a container of this machine's Docker engine. */
export const demoContract = {
  state: oc.output(demoStateSchema),
  /** Starts it, anew where it runs already, and makes or opens the project in `directory` with both ends filled in. */
  start: job(z.object({ directory: z.string().min(1) }), demoServerSchema),
  /** Removes it with everything in it; the project's folder stays. */
  stop: job(z.object({}), z.object({ directory: z.string() })),
};
