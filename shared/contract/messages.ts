import { z } from 'zod';
import { type ErrorData, isErrorCode } from '../errors.ts';
import { jobEventSchema, questionSchema } from '../model/events.ts';

export const errorDataSchema: z.ZodType<ErrorData> = z.object({
  code: z.custom<ErrorData['code']>((code) => typeof code === 'string' && isErrorCode(code)),
  message: z.string(),
  hint: z.string().optional(),
}) as z.ZodType<ErrorData>; // exactOptionalPropertyTypes: zod's optional also admits undefined

/**
 * The stream of a job: `started`, then events and questions as they come, closed by one `result` or one `error`.
 * A question is answered by the `answer` procedure.
 */
export function jobMessageSchema<Result extends z.ZodType>(result: Result) {
  return z.union([
    z.object({ type: z.literal('started'), job: z.string() }),
    jobEventSchema,
    z.object({ type: z.literal('question'), id: z.string(), question: questionSchema }),
    z.object({ type: z.literal('result'), result }),
    z.object({ type: z.literal('error'), error: errorDataSchema }),
  ]);
}
