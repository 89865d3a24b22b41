import { shellWord } from '../../../shared/text/shell-word.ts';

/** From nothing to running containers, on a machine without Slipway. */
export function colleagueCommands(name: string, remote: string | undefined): string {
  const folder = remote === undefined ? name : folderOf(remote);
  const fetch = remote === undefined ? [] : [`git clone ${shellWord(remote)}`];
  return [...fetch, `cd ${shellWord(folder)}`, 'docker compose up --build -d', 'docker compose ps'].join('\n');
}

/** What `git clone` calls the folder that it makes. */
function folderOf(remote: string): string {
  const path = remote.replace(/\/+$/, '');
  return path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf(':')) + 1).replace(/\.git$/, '');
}
