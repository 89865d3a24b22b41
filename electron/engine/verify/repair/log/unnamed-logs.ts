import type { Workload } from '../../../../../shared/model/plan.ts';
import { covers } from '../change/covers.ts';
import type { Failure } from '../failure.ts';
import { lineAt } from './log-text.ts';
import type { Complaint } from './paths-in-log.ts';

const complaint = /(?:can't|cannot|could not|unable to|failed to) open (?:the |its )?(?:error |access )?log ?file/i;
const logPath = /(?<![\w.])\/var\/log\/[\w./@+-]*\w/g;

/**
 * The log files of a service that says it cannot open its log file, but not which one (Redis): those that the plan
 * names, and those that the workload's configuration names.
 */
export function unnamedLogs(text: string, failure: Failure, workload: Workload): Complaint[] {
  const match = complaint.exec(text);
  if (match === null) return [];
  const line = lineAt(text, match.index);
  const own = [...failure.serverTexts].filter(([path]) => covers(workload, path) || workload.command.includes(path));
  const named = own.flatMap(([, content]) => Array.from(content.matchAll(logPath), ([path]) => path));
  return [...new Set([...workload.logs.map((log) => log.path), ...named])].map((path) => ({ path, line }));
}
