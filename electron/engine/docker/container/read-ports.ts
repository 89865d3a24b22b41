import type { Container } from 'dockerode';
import { z } from 'zod';

const bindingSchema = z.object({ HostPort: z.string() });
const inspectSchema = z.object({
  NetworkSettings: z.object({ Ports: z.record(z.string(), z.array(bindingSchema).nullable()).nullish() }),
});

/** Ports on the Docker host by the container's own (`80/tcp`); empty while it does not run. */
export async function readPublishedPorts(container: Container): Promise<Map<string, number>> {
  const { NetworkSettings } = inspectSchema.parse(await container.inspect());
  const ports = new Map<string, number>();
  for (const [key, bindings] of Object.entries(NetworkSettings.Ports ?? {})) {
    const port = Number(bindings?.[0]?.HostPort);
    if (Number.isInteger(port) && port > 0) ports.set(key, port);
  }
  return ports;
}
