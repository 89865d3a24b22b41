import type { Workload } from '../../../../shared/model/plan.ts';
import type { DockerContainer } from '../docker-host.ts';

/** A service with more log files has them for its sites, not for itself. */
const mostFiles = 8;

/**
 * What a container has to say: the end of the log files that it keeps, and the last lines of its output. A service whose
 * init script sends its output into a file says nowhere else why it ended.
 */
export async function readAllLogs(container: DockerContainer, workload: Workload, lines: number): Promise<string> {
  const files = workload.logs.filter(({ to }) => to === 'volume').slice(0, mostFiles);
  const texts: string[] = [];
  for (const { path } of files) texts.push(lastLines(await container.fileEnd(path), lines));
  // Output last: of what ended it says the last word.
  return [...texts.filter((text) => text !== ''), await container.logs(lines)].join('\n');
}

function lastLines(text: string, count: number): string {
  return text.trimEnd().split('\n').slice(-count).join('\n');
}
