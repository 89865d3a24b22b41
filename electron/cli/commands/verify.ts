import type { Command } from 'commander';
import type { CommandContext, RunCommand } from '../command-context.ts';
import {
  type ConnectFlags,
  type DockerFlags,
  dockerInput,
  serverInput,
  withConnectOptions,
  withDockerOption,
} from '../options.ts';
import { resultText, workloadsFailed } from '../result-text.ts';
import { runJob } from '../run-job.ts';

interface Flags extends ConnectFlags, DockerFlags {
  against?: string;
  keep?: boolean;
}

export function addVerify(program: Command, run: RunCommand): void {
  const command = program
    .command('verify')
    .argument('<dir>', 'A bundle')
    .description('Run a bundle and compare it with the server')
    .option('--against <target>', 'The server to compare with; left out, only health is checked')
    .option('--keep', 'Leave the containers running');
  withDockerOption(withConnectOptions(command)).action((directory: string, flags: Flags) =>
    run((context) => verify(context, directory, flags)),
  );
}

async function verify(context: CommandContext, directory: string, flags: Flags): Promise<number> {
  const input = {
    directory,
    docker: dockerInput(flags),
    keep: flags.keep ?? false,
    ...(flags.against === undefined ? {} : { against: serverInput(flags.against, flags) }),
  };
  const result = await runJob(context, flags, (client, signal) => client.verify(input, { signal }));
  context.reporter.result({ ...result }, resultText(result));
  return workloadsFailed(result) ? 2 : 0;
}
