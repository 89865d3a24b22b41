import { z } from 'zod';
import { type ErrorData, isErrorCode, toSlipwayError } from '../../shared/errors.ts';

/** An error of ours as it comes over a wire: on the error itself, or as its `data`. */
const carriedSchema = z.object({
  code: z.string().refine(isErrorCode),
  message: z.string(),
  hint: z.string().optional(),
});

/** Whatever was thrown, as something that can be shown. */
export function toErrorData(error: unknown): ErrorData {
  const data = typeof error === 'object' && error !== null && 'data' in error ? error.data : undefined;
  for (const candidate of [data, error]) {
    const carried = carriedSchema.safeParse(candidate);
    if (carried.success) {
      const { code, message, hint } = carried.data;
      return { code, message, ...(hint === undefined ? {} : { hint }) };
    }
  }
  return toSlipwayError(error).toData();
}
