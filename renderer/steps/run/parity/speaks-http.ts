import type { ParityCheck } from '../../../../shared/model/result.ts';

/**
 * Whether a browser has anything to look at on a port of the container, as far as the comparison tells: a port that was
 * only asked in another protocol has not.
 */
export function speaksHttp(checks: readonly Pick<ParityCheck, 'id'>[], port: number): boolean {
  const asked = checks.flatMap(({ id }) => /^(\w+):(\d+)(?::|$)/.exec(id)?.slice(1, 3).join(' ') ?? []);
  return asked.includes(`http ${port}`) || !asked.some((one) => one.endsWith(` ${port}`));
}
