import { eventIterator, oc } from '@orpc/contract';
import type { z } from 'zod';
import { jobMessageSchema } from './messages.ts';

/** A procedure that takes a while: it answers with the stream of a job. */
export function job<Input extends z.ZodType, Result extends z.ZodType>(input: Input, result: Result) {
  return oc.input(input).output(eventIterator(jobMessageSchema(result)));
}
