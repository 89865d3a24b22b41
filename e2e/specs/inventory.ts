import Docker from 'dockerode';

/** One object on a Docker host. */
export interface Thing {
  kind: 'container' | 'network' | 'volume' | 'image';
  id: string;
  /** Names, or tags of an image. */
  names: string[];
  /** The product's own label, which says what it was made for; empty where it has none. */
  label: string;
  /** The image that an image was built on. */
  parent: string;
}

/** Everything on the Docker host that DOCKER_HOST names, by id: images include the intermediate ones. */
export async function inventory(): Promise<Map<string, Thing>> {
  const engine = new Docker();
  const [containers, networks, { Volumes: volumes }, images] = await Promise.all([
    engine.listContainers({ all: true }),
    engine.listNetworks(),
    engine.listVolumes(),
    engine.listImages({ all: true }),
  ]);
  const things = [
    ...containers.map((one) => thing('container', one.Id, one.Names, one.Labels)),
    ...networks.map((one) => thing('network', one.Id, [one.Name], one.Labels)),
    ...(volumes ?? []).map((one) => thing('volume', one.Name, [one.Name], one.Labels)),
    ...images.map((one) => thing('image', one.Id, one.RepoTags, one.Labels, one.ParentId)),
  ];
  return new Map(things.map((one) => [one.id, one]));
}

/** The engine gives null for what is empty. */
function thing(
  kind: Thing['kind'],
  id: string,
  names: readonly string[] | null | undefined,
  labels: Record<string, string> | null | undefined,
  parent = '',
): Thing {
  return { kind, id, names: [...(names ?? [])], label: labels?.slipway ?? '', parent };
}
