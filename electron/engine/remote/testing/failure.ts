import { SlipwayError } from '../../../../shared/errors.ts';

/** The SlipwayError with which something fails; any other outcome fails the test. */
export async function failureOf(work: Promise<unknown>): Promise<SlipwayError> {
  try {
    await work;
  } catch (error) {
    if (error instanceof SlipwayError) return error;
    throw error;
  }
  throw new Error('It should have failed.');
}
