import { tryDocker } from '../../scripts/machine/docker.ts';

/** Ids of everything of the product's on the Docker host that is not meant to stay: containers, networks, volumes. */
export async function productObjects(host: string): Promise<string[]> {
  const filter = ['--quiet', '--filter', 'label=slipway'];
  const lists = [
    ['ps', '--all', ...filter],
    ['network', 'ls', ...filter],
    ['volume', 'ls', ...filter],
  ];
  const told = await Promise.all(lists.map((args) => tryDocker(host, args)));
  return told.flatMap((list) => list.stdout.split('\n')).filter((id) => id !== '');
}
