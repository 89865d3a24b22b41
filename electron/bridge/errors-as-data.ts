import { mapEventIterator } from '@orpc/client';
import { ORPCError, os } from '@orpc/server';
import { toSlipwayError } from '../../shared/errors.ts';

/**
 * Whatever a procedure or its stream fails with reaches the other side with its code, message and hint; by itself oRPC
 * would say no more than "internal error". What oRPC itself objects to, such as unusable input, stays as it is.
 */
export const errorsAsData = os.middleware(async ({ next }) => {
  try {
    const result = await next();
    return isIterator(result.output) ? { ...result, output: withBridgeErrors(result.output) } : result;
  } catch (error) {
    throw toBridgeError(error);
  }
});

function withBridgeErrors(stream: AsyncGenerator<unknown>) {
  return mapEventIterator(stream, { value: async (value) => value, error: async (error) => toBridgeError(error) });
}

function toBridgeError(error: unknown): Error {
  if (error instanceof ORPCError) return error;
  const failure = toSlipwayError(error);
  return new ORPCError('SLIPWAY', { message: failure.message, data: failure.toData(), cause: error });
}

function isIterator(output: unknown): output is AsyncGenerator<unknown> {
  return typeof output === 'object' && output !== null && Symbol.asyncIterator in output;
}
