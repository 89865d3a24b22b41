import { shellWord } from '../../../shared/text/shell-word.ts';

/** How a colleague comes by the bundle. */
export type Delivery =
  | { way: 'push'; remote: string | undefined }
  | { way: 'folder'; target: string }
  | { way: 'zip'; target: string };

/**
 * From nothing to running containers, on a machine without Slipway.
 *
 * @param name of the project's own folder
 */
export function colleagueCommands(name: string, delivery: Delivery): string {
  return [...fetched(name, delivery), 'docker compose up --build -d', 'docker compose ps'].join('\n');
}

function fetched(name: string, delivery: Delivery): string[] {
  if (delivery.way === 'folder') return [`cd ${shellWord(lastName(delivery.target) || name)}`];
  if (delivery.way === 'zip') {
    const file = lastName(delivery.target) || `${name}.zip`;
    const folder = file.replace(/\.zip$/i, '') || name;
    return [`unzip ${shellWord(file)} -d ${shellWord(folder)}`, `cd ${shellWord(folder)}`];
  }
  const { remote } = delivery;
  if (remote === undefined) return [`cd ${shellWord(name)}`];
  return [`git clone ${shellWord(remote)}`, `cd ${shellWord(lastName(remote).replace(/\.git$/, ''))}`];
}

/** The last part of a path, or of an address as `git clone` names the folder that it makes of it. */
export function lastName(path: string): string {
  const trimmed = path.trim().replace(/[\\/]+$/, '');
  return trimmed.slice(Math.max(...['/', '\\', ':'].map((sign) => trimmed.lastIndexOf(sign))) + 1);
}
