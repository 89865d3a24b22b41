import type { Starter } from '../../../../shared/model/facts.ts';

const fields = /^((?:[\d*/,\-A-Za-z~?]+\s+){5}|@\w+\s+)(.+)$/;

/**
 * crontab(5). The system's tables (`/etc/crontab`, `/etc/cron.d`) name the user in front of the command; a user's own
 * table is called by the user. anacrontab(5) has period, delay, name and command.
 */
export function readCrontab(path: string, text: string): Starter[] {
  const base = path.split('/').at(-1) ?? '';
  if (base === 'anacrontab') return readAnacrontab(path, text);
  const system = path === '/etc/crontab' || path.startsWith('/etc/cron.d/');
  // cron passes over files of cron.d whose names hold other letters, such as editors' backups.
  const enabled = path.startsWith('/etc/cron.d/') ? /^[A-Za-z0-9_-]+$/.test(base) : true;
  return text.split('\n').flatMap((line): Starter[] => {
    const [, schedule, rest] = isComment(line) ? [] : (fields.exec(line.trim()) ?? []);
    if (schedule === undefined || rest === undefined) return [];
    const [, user = base, command = rest] = system ? (/^(\S+)\s+(.+)$/.exec(rest) ?? []) : [];
    const name = `${base}: ${command.slice(0, 60)}`;
    return [
      { kind: 'cron', name, source: path, schedule: schedule.trim().replace(/\s+/g, ' '), user, command, enabled },
    ];
  });
}

function isComment(line: string): boolean {
  return /^\s*(#|$)/.test(line) || /^\s*[A-Za-z_][A-Za-z0-9_]*\s*=/.test(line);
}

function readAnacrontab(path: string, text: string): Starter[] {
  return text.split('\n').flatMap((line): Starter[] => {
    const [, period, name, command] = isComment(line) ? [] : (/^\s*(\d+|@\w+)\s+\d+\s+(\S+)\s+(.+)$/.exec(line) ?? []);
    if (period === undefined || name === undefined || command === undefined) return [];
    const schedule = period.startsWith('@') ? period : `every ${period} days`;
    return [{ kind: 'cron', name, source: path, schedule, user: 'root', command, enabled: true }];
  });
}

/** Scripts of cron.daily and the like. */
export function readPeriodic(scripts: readonly string[]): Starter[] {
  return scripts.map((script) => {
    const [, word = ''] = /(hourly|daily|weekly|monthly|15min)/.exec(script) ?? [];
    const schedule = word === '15min' ? '*/15 * * * *' : `@${word}`;
    return {
      kind: 'cron',
      name: script.split('/').at(-1) ?? '',
      source: script,
      schedule,
      user: 'root',
      command: script,
      enabled: true,
    };
  });
}
