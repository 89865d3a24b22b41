import type { Plan } from '../../../shared/model/plan.ts';
import { sentence } from '../../../shared/text/sentence.ts';
import type { Server } from '../detectors/support/server.ts';

/** Ports that only systemd holds open, for services that it starts when somebody calls (systemd.socket(5)). */
export function waitingSockets(server: Server): Plan['skipped'] {
  const { listeners, init } = server.facts;
  if (init.kind !== 'systemd') return [];
  return listeners
    .filter(({ protocol, pids }) => protocol !== 'unix' && pids.length === 1 && pids[0] === 1)
    .map(({ protocol, port }) => ({
      name: sentence`socket: ${protocol} ${port}`,
      reason: sentence`systemd listens there and starts its service at the first call; nothing runs that could be looked at. Call it once and scan again while it runs, or let it listen by itself.`,
    }));
}
