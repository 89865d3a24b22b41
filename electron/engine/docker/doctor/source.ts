import type { EngineInfo } from '../info.ts';
import type { DiskUsage } from './disk-usage.ts';

/** What the doctor reads of a Docker host; data, so that a check never touches the host itself. */
export interface DoctorSource {
  readonly label: string;
  readonly apiVersion: string;
  /** Whether the engine runs on this machine. */
  readonly isLocal: boolean;
  engineInfo(): Promise<EngineInfo>;
  diskUsage(): Promise<DiskUsage>;
}
