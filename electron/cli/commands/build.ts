import type { Command } from 'commander';
import type { CommandContext, RunCommand } from '../command-context.ts';
import { withDockerOption } from '../options.ts';
import { resultText, workloadsFailed } from '../result-text.ts';
import { runJob } from '../run-job.ts';

export function addBuild(program: Command, run: RunCommand): void {
  const command = program
    .command('build')
    .argument('<dir>', 'a bundle')
    .description('build what the bundle says, edited or not');
  withDockerOption(command).action((directory: string, flags: { docker?: string }) =>
    run((context) => build(context, directory, flags.docker)),
  );
}

async function build(context: CommandContext, directory: string, docker: string | undefined): Promise<number> {
  const result = await runJob(context, {}, (client, signal) => client.build({ directory, docker }, { signal }));
  context.reporter.result({ ...result }, resultText(result));
  return workloadsFailed(result) ? 2 : 0;
}
