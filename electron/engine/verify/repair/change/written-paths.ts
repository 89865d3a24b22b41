import { isWithin } from '../../../detectors/support/paths.ts';

/** Directories into which services write: what stands there is made anew or is data, and nothing for an image. */
export const writtenDirectories: readonly string[] = [
  '/run',
  '/tmp',
  '/var/run',
  '/var/tmp',
  '/var/log',
  '/var/lib',
  '/var/cache',
  '/var/spool',
  '/var/lock',
];

export function isWritten(path: string): boolean {
  return writtenDirectories.some((directory) => isWithin(path, directory));
}
