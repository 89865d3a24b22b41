import type { Command } from 'commander';
import type { CommandContext, RunCommand } from '../command-context.ts';
import {
  type ChoiceFlags,
  type ConnectFlags,
  choices,
  type DockerFlags,
  dockerInput,
  serverInput,
  withChoiceOptions,
  withConnectOptions,
  withDockerOption,
} from '../options.ts';
import { resultText, workloadsFailed } from '../result-text.ts';
import { runJob } from '../run-job.ts';

interface Flags extends ConnectFlags, ChoiceFlags, DockerFlags {
  output: string;
  keep?: boolean;
}

export function addMigrate(program: Command, run: RunCommand): void {
  const command = program
    .command('migrate')
    .argument('<target>', 'ssh://user@host[:port], an alias of ~/.ssh/config, or local')
    .description('All of it: scan, plan, build, run, compare with the server, write the bundle')
    .requiredOption('-o, --output <dir>', 'Where the bundle goes: a directory that is empty or not there')
    .option('--keep', 'Leave the containers running');
  withDockerOption(withChoiceOptions(withConnectOptions(command))).action((target: string, flags: Flags) =>
    run((context) => migrate(context, target, flags)),
  );
}

async function migrate(context: CommandContext, target: string, flags: Flags): Promise<number> {
  const input = {
    server: serverInput(target, flags),
    docker: dockerInput(flags),
    directory: flags.output,
    choices: choices(flags),
    keep: flags.keep ?? false,
  };
  const result = await runJob(context, flags, (client, signal) => client.migrate(input, { signal }));
  context.reporter.result({ ...result }, resultText(result));
  return workloadsFailed(result) ? 2 : 0;
}
