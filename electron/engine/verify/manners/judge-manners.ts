import type { Workload } from '../../../../shared/model/plan.ts';
import type { ParityCheck } from '../../../../shared/model/result.ts';
import { plural } from '../../../../shared/text/plural.ts';
import { sentence } from '../../../../shared/text/sentence.ts';
import type { DockerContainer } from '../../docker/docker-host.ts';
import type { Zombies } from './find-zombies.ts';

type Stopped = Awaited<ReturnType<DockerContainer['stop']>>;

/** 128 + SIGKILL. */
const KILLED = 137;

/** A child that nobody waits for stays as a zombie, for want of an init. */
export function judgeZombies(zombies: Zombies | undefined): ParityCheck {
  const check = { id: 'zombies', protocol: 'zombies', title: sentence`Leaves no zombies`, server: '' };
  if (zombies === undefined) {
    const detail = sentence`The image has no shell to look with, and the engine does not list zombies.`;
    return { ...check, outcome: 'not-compared', container: '', detail };
  }
  const { processes, names } = zombies;
  return {
    ...check,
    outcome: names.length === 0 ? 'same' : 'different',
    container: [countProcesses(processes), countZombies(names.length)].join(', '),
    detail: names.length === 0 ? '' : sentence`Nobody waits for: ${names.join(', ')}.`,
  };
}

function countProcesses(count: number): string {
  return plural(count, { one: sentence`${count} process`, other: sentence`${count} processes` });
}

function countZombies(count: number): string {
  return plural(count, { one: sentence`${count} zombie`, other: sentence`${count} zombies` });
}

/** Log files that the plan sends to the container's streams should be seen there; a quiet service shows nothing. */
export function judgeLogs(workload: Workload, logs: string): ParityCheck[] {
  const sent = workload.logs.filter((log) => log.to !== 'volume');
  if (sent.length === 0) return [];
  const seen = logs.trim() !== '';
  return [
    {
      id: 'logs',
      protocol: 'logs',
      title: sentence`Logs go to the container's streams`,
      outcome: seen ? 'same' : 'not-compared',
      server: sent.map((log) => log.path).join('\n'),
      container: logs.trim().split('\n').slice(-3).join('\n').slice(0, 600),
      detail: seen ? '' : sentence`It wrote nothing while it ran.`,
    },
  ];
}

export function judgeStop(workload: Workload, stopped: Stopped): ParityCheck {
  const { signal, graceSeconds } = workload.stop;
  const killed = stopped.killed || stopped.exitCode === KILLED;
  const ended = sentence`ended after ${stopped.seconds.toFixed(1)} s`;
  return {
    id: 'stop',
    protocol: 'stop',
    title: sentence`Stops at ${signal} within ${graceSeconds} s`,
    outcome: killed ? 'different' : 'same',
    server: '',
    container: killed
      ? sentence`killed after ${graceSeconds} s`
      : stopped.exitCode === undefined
        ? ended
        : sentence`${ended} with exit code ${stopped.exitCode}`,
    detail: killed ? sentence`It did not end at ${signal} and had to be killed.` : '',
  };
}
