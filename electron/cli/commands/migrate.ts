import type { Command } from 'commander';
import type { CommandContext, RunCommand } from '../command-context.ts';
import {
  type ChoiceFlags,
  type ConnectFlags,
  choices,
  serverInput,
  withChoiceOptions,
  withConnectOptions,
  withDockerOption,
} from '../options.ts';
import { resultText, workloadsFailed } from '../result-text.ts';
import { runJob } from '../run-job.ts';

interface Flags extends ConnectFlags, ChoiceFlags {
  docker?: string;
  output: string;
  keep?: boolean;
}

export function addMigrate(program: Command, run: RunCommand): void {
  const command = program
    .command('migrate')
    .argument('<target>', 'ssh://user@host[:port], an alias of ~/.ssh/config, or local')
    .description('scan, plan, generate, build, test-run, prove, write the bundle')
    .requiredOption('-o, --output <dir>', 'where the bundle goes: a directory that is empty or not there')
    .option('--keep', 'leave the containers running');
  withDockerOption(withChoiceOptions(withConnectOptions(command))).action((target: string, flags: Flags) =>
    run((context) => migrate(context, target, flags)),
  );
}

async function migrate(context: CommandContext, target: string, flags: Flags): Promise<number> {
  const input = {
    server: serverInput(target, flags),
    docker: flags.docker,
    directory: flags.output,
    choices: choices(flags),
    keep: flags.keep ?? false,
  };
  const result = await runJob(context, flags, (client, signal) => client.migrate(input, { signal }));
  context.reporter.result({ ...result }, resultText(result));
  return workloadsFailed(result) ? 2 : 0;
}
