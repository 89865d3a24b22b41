import { SlipwayError } from '../../../../shared/errors.ts';
import { sentence } from '../../../../shared/text/sentence.ts';

/** An engine that does not answer a ping in this time is not there. */
const longestPing = 20_000;

/** Runs a call that ends with the job or with the deadline, whichever comes first. */
export async function withDeadline<T>(
  label: string,
  outer: AbortSignal,
  call: (signal: AbortSignal) => Promise<T>,
  milliseconds = longestPing,
): Promise<T> {
  const controller = new AbortController();
  const late = new SlipwayError(
    'docker.unreachable',
    sentence`Docker host ${label} did not answer within ${milliseconds / 1000} s.`,
    {
      hint: sentence`Check the network and firewalls between this machine and the Docker host.`,
    },
  );
  const timer = setTimeout(() => controller.abort(late), milliseconds);
  const follow = () => controller.abort(outer.reason);
  outer.addEventListener('abort', follow, { once: true });
  try {
    return await call(controller.signal);
  } catch (error) {
    // An aborted request says only that it was aborted; the signal knows why.
    throw controller.signal.aborted ? controller.signal.reason : error;
  } finally {
    clearTimeout(timer);
    outer.removeEventListener('abort', follow);
  }
}
