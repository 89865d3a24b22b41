import { SlipwayError } from '../../../shared/errors.ts';
import { sentence } from '../../../shared/text/sentence.ts';

/** Does something on this machine's disk; a full or forbidden one becomes an error that says where. */
export async function onDisk<Result>(where: string, work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    throw diskError(where, error);
  }
}

export function diskError(where: string, error: unknown): unknown {
  const code = error instanceof Error ? (error as NodeJS.ErrnoException).code : undefined;
  if (code === 'ENOSPC' || code === 'EDQUOT' || code === 'EFBIG') {
    return new SlipwayError('disk.full', sentence`No space left on this machine while writing to ${where}.`, {
      hint: sentence`Free some space, or choose another directory, then run it again.`,
      cause: error,
    });
  }
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS') {
    return new SlipwayError('disk.denied', sentence`This machine does not allow writing to ${where}.`, {
      hint: sentence`Choose a directory that you may write to.`,
      cause: error,
    });
  }
  return error;
}
