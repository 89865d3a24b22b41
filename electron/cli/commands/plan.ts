import { stat } from 'node:fs/promises';
import type { Command } from 'commander';
import type { PlanInput } from '../../../shared/contract/inputs.ts';
import type { Plan } from '../../../shared/model/plan.ts';
import type { CommandContext, RunCommand } from '../command-context.ts';
import { formatTable } from '../format.ts';
import {
  type ChoiceFlags,
  type ConnectFlags,
  choices,
  serverInput,
  withChoiceOptions,
  withConnectOptions,
} from '../options.ts';
import { printableLine } from '../printable.ts';
import { runJob } from '../run-job.ts';

interface Flags extends ConnectFlags, ChoiceFlags {
  output: string;
}

export function addPlan(program: Command, run: RunCommand): void {
  const command = program
    .command('plan')
    .argument('<target|facts>', 'A server, or a file that `slipway scan` wrote')
    .description('Decide: slipway.yaml and the generated files; nothing is built')
    .requiredOption('-o, --output <dir>', 'Where the plan goes: a directory that is empty or not there');
  withChoiceOptions(withConnectOptions(command)).action((from: string, flags: Flags) =>
    run((context) => plan(context, from, flags)),
  );
}

async function plan(context: CommandContext, from: string, flags: Flags): Promise<number> {
  const input = { from: await source(from, flags), directory: flags.output, choices: choices(flags) };
  const result = await runJob(context, flags, (client, signal) => client.plan(input, { signal }));
  context.reporter.result({ ...result }, planText(result.directory, result.plan));
  return 0;
}

async function source(from: string, flags: Flags): Promise<PlanInput['from']> {
  const isFile = await stat(from).then(
    (found) => found.isFile(),
    () => false,
  );
  return isFile ? { kind: 'facts', file: from } : { kind: 'server', server: serverInput(from, flags) };
}

function planText(directory: string, planned: Plan): string {
  const rows = planned.workloads.map((workload) => [
    workload.name,
    workload.stack,
    `fit ${workload.fit.grade}`,
    workload.ports.map((port) => `${port.container}/${port.protocol}`).join(' '),
    printableLine(workload.fit.reasons[0] ?? ''),
  ]);
  return [formatTable(rows), '', `Plan: ${directory}/slipway.yaml`].join('\n');
}
