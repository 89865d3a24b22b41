import type { Facts } from '../../../shared/model/facts.ts';
import type { Plan } from '../../../shared/model/plan.ts';
import { sentence } from '../../../shared/text/sentence.ts';
import { shown, shownSentence } from '../detectors/support/plain-text.ts';
import type { Server } from '../detectors/support/server.ts';

type Skipped = Plan['skipped'][number];
type Starter = Facts['starters'][number];

/** Scheduled and inactive things that are not migrated as services, each with what to do about it. */
export function skippedStarters(server: Server): Skipped[] {
  const schedules = server.facts.starters.filter(
    (starter) => starter.enabled && (starter.kind === 'cron' || starter.kind === 'timer'),
  );
  const own = schedules.filter((starter) => !isPackaged(server, starter));
  const packaged =
    schedules.length > own.length
      ? [
          {
            name: sentence`schedules of packages`,
            reason: sentence`Upkeep of the machine by its own packages (log rotation, updates, clean-up).`,
          },
        ]
      : [];
  return [...packaged, ...own.map(skippedSchedule)];
}

function skippedSchedule(starter: Starter): Skipped {
  const what = starter.schedule === undefined ? sentence`Scheduled` : sentence`Scheduled (${starter.schedule})`;
  const whose = starter.user === undefined ? what : sentence`${what} as ${starter.user}`;
  return {
    name: shown(`${starter.kind}: ${starter.name}`),
    reason: shownSentence(sentence`${whose}: run it from the orchestrator's scheduler, or keep it on the server.`),
  };
}

function isPackaged(server: Server, starter: Starter): boolean {
  return (
    server.lookAt(starter.source)?.package !== undefined ||
    /^\/(usr\/)?lib\/systemd\//.test(starter.source) ||
    /^\/etc\/(crontab|cron\.(daily|hourly|weekly|monthly)\/)/.test(starter.source)
  );
}
