import type Docker from 'dockerode';
import type { JobContext } from '../job-context.ts';
import type { Transport } from './connect/transport.ts';
import type { ReadCredentials } from './images/credentials.ts';

/** An opened engine, as the verbs of this folder are given it. */
export interface Connection {
  label: string;
  docker: Docker;
  apiVersion: string;
  transport: Transport;
  /** The job that opened it: the receiver of warnings of verbs that are not given one. */
  job: JobContext;
  readCredentials: ReadCredentials;
  /** Whether the engine runs on this machine, so that its file systems are ours. */
  isLocal: boolean;
  /** Directory for what is kept between runs. */
  cacheDirectory: string;
}
