import type { Agent } from 'node:http';
import type { Duplex } from 'node:stream';
import type { DockerOptions } from 'dockerode';

/** How bytes reach one engine: its API, and the ports that its containers publish. */
export interface Transport {
  /** The part of dockerode's options that says where the engine is. */
  options: DockerOptions & { agent?: Agent };
  /** Address on the Docker host that containers publish on. */
  publishAddress: string;
  /** Connects to a port that a container has published. */
  dial(port: number): Promise<Duplex>;
  close(): Promise<void>;
}
