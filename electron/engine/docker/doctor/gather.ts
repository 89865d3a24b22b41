import { stat, statfs } from 'node:fs/promises';
import type { EngineInfo } from '../info.ts';
import { type DaemonConfig, readDaemonConfig } from './daemon-config.ts';
import type { DiskUsage } from './disk-usage.ts';
import type { DoctorSource } from './source.ts';

/** Everything the checks look at. What only shows on the machine itself is undefined for a remote engine. */
export interface HostData {
  apiVersion: string;
  info: EngineInfo;
  usage: DiskUsage;
  disk: DataDisk | undefined;
  daemonConfig: DaemonConfig | undefined;
}

/** The file system that holds the engine's data. */
export interface DataDisk {
  freeBytes: number;
  totalBytes: number;
  freeInodes: number;
  /** 0 where the file system makes inodes as it needs them (btrfs, xfs reports a bound). */
  totalInodes: number;
  /** Whether `/` is on the same file system. */
  isRoot: boolean;
}

export async function gatherHostData(docker: DoctorSource): Promise<HostData> {
  const [info, usage] = await Promise.all([docker.engineInfo(), docker.diskUsage()]);
  const disk = docker.isLocal ? await readDataDisk(info.DockerRootDir) : undefined;
  const daemonConfig = docker.isLocal ? await readDaemonConfig() : undefined;
  return { apiVersion: docker.apiVersion, info, usage, disk, daemonConfig };
}

/** Undefined where the directory cannot be seen: an engine in a virtual machine (Docker Desktop) has it in there. */
async function readDataDisk(path: string): Promise<DataDisk | undefined> {
  try {
    const [space, directory, root] = await Promise.all([statfs(path), stat(path), stat('/')]);
    return {
      freeBytes: space.bavail * space.bsize,
      totalBytes: space.blocks * space.bsize,
      freeInodes: space.ffree,
      totalInodes: space.files,
      isRoot: directory.dev === root.dev,
    };
  } catch {
    return undefined;
  }
}
