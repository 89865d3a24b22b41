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
  from?: string;
}

export function addBuild(program: Command, run: RunCommand): void {
  const command = program
    .command('build')
    .argument('<dir>', 'A bundle')
    .description('Build the images of a bundle, edited or not')
    .option('--from <target>', 'The server to fetch payloads from that Git has only the hash of');
  withDockerOption(withConnectOptions(command)).action((directory: string, flags: Flags) =>
    run((context) => build(context, directory, flags)),
  );
}

async function build(context: CommandContext, directory: string, flags: Flags): Promise<number> {
  const { from } = flags;
  const server = from === undefined ? {} : { from: serverInput(from, flags) };
  const input = { directory, docker: dockerInput(flags), ...server };
  const result = await runJob(context, flags, (client, signal) => client.build(input, { signal }));
  context.reporter.result({ ...result }, resultText(result));
  return workloadsFailed(result) ? 2 : 0;
}
