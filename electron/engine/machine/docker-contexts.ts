import type { DockerContext } from '../../../shared/model/machine.ts';
import { chooseContext, defaultAddress, dockerDirectory, type Place } from '../docker/endpoint/choose-endpoint.ts';
import { listContexts } from '../docker/endpoint/contexts.ts';
import { printable } from '../text/printable.ts';

/**
 * The Docker contexts of this machine, `default` first, as `docker context ls` shows them. The current one is where the
 * docker command would go now.
 */
export async function readDockerContexts(place: Place): Promise<DockerContext[]> {
  const current = await chooseContext(place);
  const contexts = await listContexts(dockerDirectory(place));
  const described = contexts
    .map(({ name, host, description }) => ({
      name,
      endpoint: shownAddress(host),
      description: printable(description),
      current: name === current,
    }))
    .sort((left, right) => (left.name < right.name ? -1 : 1));
  const endpoint = shownAddress(await defaultAddress(place));
  return [{ name: 'default', endpoint, description: '', current: current === 'default' }, ...described];
}

/** On one line and without a password, which an address should not have but may. */
function shownAddress(address: string): string {
  return printable(address.replace(/\/\/([^/@:]*):[^/@]*@/, '//$1@'));
}
