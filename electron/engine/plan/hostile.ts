import type { Workload } from '../../../shared/model/plan.ts';
import { sentence } from '../../../shared/text/sentence.ts';
import { isPlainPath, isPlainText } from '../detectors/support/plain-text.ts';

/** Why a workload is refused: what must stand in its command or its surroundings could break out of a generated file. */
export function refusalOf(workload: Workload): string | undefined {
  if (![...workload.command, ...workload.prepare.flat()].every(isPlainText)) {
    return sentence`Its command holds control characters, so nothing is generated from it.`;
  }
  if (workload.follow?.pidFile !== undefined && !isPlainPath(workload.follow.pidFile))
    return sentence`The path of its pid file is not usable.`;
  return workload.command[0] === undefined || workload.command[0] === ''
    ? sentence`No command is known that starts it.`
    : undefined;
}
