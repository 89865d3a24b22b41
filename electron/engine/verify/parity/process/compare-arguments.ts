import { sentence } from '../../../../../shared/text/sentence.ts';
import type { AspectResult, ProcessPair } from './aspect.ts';
import { plainCommand, sameProgram } from './program.ts';

/** The program must be the same; its arguments may be what the plan chose instead, and that is said. */
export function compareArguments({ workload, server, main }: ProcessPair): AspectResult {
  const shown = { server: server.main.argv.join(' '), container: main.argv.join(' ') };
  const exe = server.main.exe;
  if (exe !== undefined && main.exe !== undefined && !sameProgram(exe, main.exe)) {
    return { ...shown, outcome: 'different', detail: sentence`${exe} became ${main.exe}.` };
  }
  if (main.argv.length === 0 || server.main.argv.length === 0) {
    return { ...shown, outcome: 'not-compared', detail: sentence`Could not be read on both sides.` };
  }
  if (shown.server === shown.container) return { ...shown, outcome: 'same', detail: '' };
  if (plainCommand(server.main.argv) === plainCommand(main.argv)) {
    return { ...shown, outcome: 'same', detail: '', leftOut: [sentence`what says whether to go into the background`] };
  }
  return {
    ...shown,
    outcome: 'not-compared',
    detail: sentence`The plan starts it in its own way: ${workload.commandReason}`,
  };
}
