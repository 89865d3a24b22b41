import { eventIterator, oc } from '@orpc/contract';
import { z } from 'zod';
import { containerStatsSchema, imageLayerSchema, runningContainerSchema } from '../model/containers.ts';
import { job } from './job.ts';

const inProject = z.object({ directory: z.string().min(1) });
const oneContainer = inProject.extend({ container: z.string().min(1) });

/** The containers of a project's last run, on its Docker host. A stream ends with the container, or when it is left. */
export const containersContract = {
  /**
   * Connects to the Docker host, asking what that takes: a passphrase, a password, whether a host key is the right one.
   * The others ask nobody, and share this connection for as long as it is used.
   */
  connect: job(inProject, z.object({ host: z.string() })),
  list: oc.input(inProject).output(z.array(runningContainerSchema)),
  stats: oc.input(oneContainer).output(eventIterator(containerStatsSchema)),
  /** The last `tail` lines, then what comes; text as the container wrote it, to be shown by a terminal only. */
  logs: oc.input(oneContainer.extend({ tail: z.number().int().default(500) })).output(eventIterator(z.string())),
  stop: oc.input(oneContainer).output(z.void()),
  start: oc.input(oneContainer).output(z.void()),
  layers: oc.input(inProject.extend({ image: z.string().min(1) })).output(z.array(imageLayerSchema)),
  /** A shell in the container: the first message names the session, the others are what the terminal shows. */
  shell: oc
    .input(oneContainer.extend({ columns: z.number().int(), rows: z.number().int() }))
    .output(
      eventIterator(
        z.discriminatedUnion('type', [
          z.object({ type: z.literal('opened'), session: z.string() }),
          z.object({ type: z.literal('output'), text: z.string() }),
          z.object({ type: z.literal('ended'), exitCode: z.number().int().optional() }),
        ]),
      ),
    ),
  type: oc.input(z.object({ session: z.string(), text: z.string() })).output(z.void()),
  resize: oc
    .input(z.object({ session: z.string(), columns: z.number().int(), rows: z.number().int() }))
    .output(z.void()),
};
