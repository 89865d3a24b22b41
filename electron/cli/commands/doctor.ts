import type { Command } from 'commander';
import type { DoctorReport } from '../../../shared/model/doctor.ts';
import type { CommandContext, RunCommand } from '../command-context.ts';
import { formatTable } from '../format.ts';
import { type DockerFlags, dockerInput, withDockerAlone } from '../options.ts';
import { printableLine } from '../printable.ts';
import { runJob } from '../run-job.ts';

export function addDoctor(program: Command, run: RunCommand): void {
  const command = program
    .command('doctor')
    .description('Report on a Docker host: what is old, missing or risky, and what to do');
  withDockerAlone(command).action((flags: DockerFlags) => run((context) => doctor(context, flags)));
}

async function doctor(context: CommandContext, flags: DockerFlags): Promise<number> {
  const input = { docker: dockerInput(flags) };
  const report = await runJob(context, {}, (client, signal) => client.doctor(input, { signal }));
  context.reporter.result({ ...report }, reportText(report));
  return report.checks.some((check) => check.level === 'error') ? 2 : 0;
}

function reportText(report: DoctorReport): string {
  const rows = report.checks.map((check) => [check.level, check.title, printableLine(check.found)]);
  const advice = report.checks
    .filter((check) => check.advice !== '')
    .map((check) => `  ${check.title}: ${printableLine(check.advice)}`);
  return [
    `Docker host ${report.host}`,
    formatTable(rows),
    ...(advice.length > 0 ? ['', 'What to do:', ...advice] : []),
  ].join('\n');
}
