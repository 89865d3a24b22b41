import { oc } from '@orpc/contract';
import { z } from 'zod';
import { dockerContextSchema, serverGreetingSchema, sshHostSchema } from '../model/machine.ts';
import { serverInputSchema } from './inputs.ts';
import { job } from './job.ts';

/** What this machine knows of servers and Docker hosts, and a test of a connection. */
export const machineContract = {
  /** Hosts that `~/.ssh/config` names without a pattern. */
  sshHosts: oc.output(z.array(sshHostSchema)),
  /** Private keys in `~/.ssh`. */
  keys: oc.output(z.array(z.object({ path: z.string(), kind: z.string(), encrypted: z.boolean() }))),
  dockerContexts: oc.output(z.array(dockerContextSchema)),
  testServer: job(z.object({ server: serverInputSchema }), serverGreetingSchema),
};
