import type { ParityCheck } from '../../../../../shared/model/result.ts';
import { sentence } from '../../../../../shared/text/sentence.ts';
import type { JobContext } from '../../../job-context.ts';
import type { ParityProtocol, ParitySubject } from '../parity-protocol.ts';
import type { AspectResult, ProcessPair } from './aspect.ts';
import { aspects } from './aspects.ts';
import { takeSnapshot } from './container-snapshot.ts';
import { mainProcess } from './program.ts';
import { serverProcesses } from './server-processes.ts';

/** Whether the container's processes are what the server's are. It shows a like start, not a like answer. */
export const processProtocol: ParityProtocol = {
  id: 'process',
  proves: false,
  count: () => aspects.length,
  compare: compareProcesses,
};

async function* compareProcesses(subject: ParitySubject, job: JobContext): AsyncIterable<ParityCheck> {
  job.signal.throwIfAborted();
  const pair = await pairOf(subject);
  for (const aspect of aspects) {
    const result = typeof pair === 'string' ? notCompared(pair) : aspect.compare(pair);
    yield { id: `process:${aspect.id}`, protocol: 'process', title: aspect.title, ...result };
  }
}

/** Both sides, or why there are not both. */
async function pairOf(subject: ParitySubject): Promise<ProcessPair | string> {
  const { workload, facts } = subject;
  const server = serverProcesses(workload, facts);
  if (server === undefined) return sentence`Its processes were not found among those of the server.`;
  const container = await takeSnapshot(subject.container);
  if (container === undefined) return sentence`The image has no shell to look around with.`;
  const main = mainProcess(container.processes, server.main.exe);
  if (main === undefined) return sentence`No process could be seen in the container.`;
  return { workload, facts, server, container, main };
}

function notCompared(detail: string): AspectResult {
  return { outcome: 'not-compared', server: '', container: '', detail };
}
