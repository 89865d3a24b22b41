import type { Command } from 'commander';
import type { CommandContext, RunCommand } from '../command-context.ts';
import { type DockerFlags, dockerInput, withDockerAlone } from '../options.ts';
import { resultText, workloadsFailed } from '../result-text.ts';
import { runJob } from '../run-job.ts';

export function addBuild(program: Command, run: RunCommand): void {
  const command = program
    .command('build')
    .argument('<dir>', 'A bundle')
    .description('Build the images of a bundle, edited or not');
  withDockerAlone(command).action((directory: string, flags: DockerFlags) =>
    run((context) => build(context, directory, flags)),
  );
}

async function build(context: CommandContext, directory: string, flags: DockerFlags): Promise<number> {
  const input = { directory, docker: dockerInput(flags) };
  const result = await runJob(context, {}, (client, signal) => client.build(input, { signal }));
  context.reporter.result({ ...result }, resultText(result));
  return workloadsFailed(result) ? 2 : 0;
}
