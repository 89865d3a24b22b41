import { plural } from '../../shared/text/plural.ts';
import type { Outcome } from './examine.ts';

const heading = ['server', 'workload', 'verdict', 'parity', 'MB over base', 'seconds', 'repairs', 'judge', ''];

/** The outcomes as a table for a terminal: one line a workload. */
export function table(outcomes: readonly Outcome[]): string {
  const rows = [heading, ...outcomes.flatMap(rowsOf)];
  const widths = heading.map((_, column) => Math.max(...rows.map((row) => (row[column] ?? '').length)));
  return rows
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

function stateOf(problems: number): string {
  return problems === 0 ? 'ok' : plural(problems, { one: '1 problem', other: `${problems} problems` });
}

function rowsOf(outcome: Outcome): string[][] {
  const { server, seconds, result, bundle, problems } = outcome;
  const alike = bundle?.alike ?? '-';
  const whole = [seconds.toFixed(1), alike, stateOf(problems.length)] as const;
  if (result === undefined) return [[server, '-', 'failed', '-', '-', whole[0], '-', whole[1], whole[2]]];
  return result.workloads.map(({ name, verdict, repairs }, index) => {
    const own = [verdict, parityOf(outcome, name), megabytes(bundle?.overBase.get(name))];
    const [time, judged, state] = index === 0 ? whole : ['', '', ''];
    return [index === 0 ? server : '', name, ...own, time, String(repairs.length), judged, state];
  });
}

/** Checks that came out the same, of those that were compared. */
function parityOf({ bundle }: Outcome, workload: string): string {
  const checks = bundle?.parity?.workloads.find((entry) => entry.workload === workload)?.checks ?? [];
  const compared = checks.filter((check) => check.outcome !== 'not-compared');
  return `${compared.filter((check) => check.outcome === 'same').length}/${compared.length}`;
}

function megabytes(bytes: number | undefined): string {
  return bytes === undefined ? '-' : (bytes / 1e6).toFixed(1);
}
