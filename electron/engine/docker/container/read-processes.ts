import type { Container } from 'dockerode';
import { z } from 'zod';
import type { DockerContainer } from '../docker-host.ts';

type Processes = Awaited<ReturnType<DockerContainer['processes']>>;

const topSchema = z.object({ Titles: z.array(z.string()), Processes: z.array(z.array(z.string())).nullish() });

/** The processes of a running container as the Docker host's `ps` shows them, with numeric users. */
export async function readProcesses(container: Container): Promise<Processes> {
  return parseTop(await container.top({ ps_args: '-eo uid,pid,ppid,stat,args' }));
}

/** Columns are found by their titles, which differ a little between versions of ps. */
export function parseTop(answer: unknown): Processes {
  const { Titles, Processes } = topSchema.parse(answer);
  const column = (...names: string[]) => Titles.findIndex((title) => names.includes(title));
  const [uid, pid, ppid] = [column('UID', 'USER'), column('PID'), column('PPID')];
  const [stat, args] = [column('STAT', 'S'), column('COMMAND', 'CMD', 'ARGS')];
  return (Processes ?? []).map((row) => ({
    user: row[uid] ?? '',
    pid: Number(row[pid]),
    ppid: Number(row[ppid]),
    state: (row[stat] ?? '').charAt(0),
    command: row[args] ?? '',
  }));
}
