import { z } from 'zod';
import { oneLine, withDockerErrors } from './api/docker-errors.ts';
import type { Connection } from './connection.ts';
import type { DockerHostInfo } from './docker-host.ts';
import { machineArchitecture } from './images/architecture.ts';

/** The part of `GET /info` that anybody here looks at. Engines leave out what they do not know. */
export const engineInfoSchema = z.object({
  ServerVersion: z.string().default(''),
  Architecture: z.string().default(''),
  KernelVersion: z.string().default(''),
  OperatingSystem: z.string().default(''),
  CgroupVersion: z.string().default('1'),
  CgroupDriver: z.string().default(''),
  Driver: z.string().default(''),
  DriverStatus: z
    .array(z.array(z.string()))
    .nullish()
    .transform((value) => value ?? []),
  DockerRootDir: z.string().default(''),
  InitBinary: z.string().default(''),
  InitCommit: z.object({ ID: z.string() }).nullish(),
  NCPU: z.number().default(0),
  MemTotal: z.number().default(0),
  MemoryLimit: z.boolean().default(true),
  SwapLimit: z.boolean().default(true),
  PidsLimit: z.boolean().nullish(),
  CpuCfsQuota: z.boolean().default(true),
  LiveRestoreEnabled: z.boolean().default(false),
  LoggingDriver: z.string().default(''),
  SecurityOptions: z
    .array(z.string())
    .nullish()
    .transform((value) => value ?? []),
  Warnings: z
    .array(z.string())
    .nullish()
    .transform((value) => value ?? []),
  Swarm: z.object({ LocalNodeState: z.string().default('') }).nullish(),
});
export type EngineInfo = z.infer<typeof engineInfoSchema>;

export async function readEngineInfo(connection: Connection): Promise<EngineInfo> {
  return withDockerErrors(connection.label, 'open', async () => engineInfoSchema.parse(await connection.docker.info()));
}

/** See {@link DockerHost.info}. */
export function toHostInfo(info: EngineInfo, apiVersion: string): DockerHostInfo {
  return {
    engineVersion: info.ServerVersion,
    apiVersion,
    architecture: machineArchitecture(info.Architecture),
    kernel: info.KernelVersion,
    operatingSystem: info.OperatingSystem,
    cgroupVersion: info.CgroupVersion,
    storageDriver: info.Driver,
    dataRoot: info.DockerRootDir,
    hasInit: hasInit(info),
    cpus: info.NCPU,
    memoryBytes: info.MemTotal,
    warnings: info.Warnings.map(oneLine),
  };
}

/** An engine names its init even where the program is missing; its commit is then `N/A`. */
export function hasInit(info: EngineInfo): boolean {
  return info.InitBinary !== '' && info.InitCommit?.ID !== 'N/A';
}
