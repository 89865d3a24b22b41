import type { Command } from 'commander';
import type { CommandContext, RunCommand } from '../command-context.ts';
import { runJob } from '../run-job.ts';

interface Flags {
  git: string;
  branch: string;
}

export function addExport(program: Command, run: RunCommand): void {
  program
    .command('export')
    .argument('<dir>', 'A bundle')
    .description('Commit a bundle and push it')
    .requiredOption('--git <url>', 'Remote repository')
    .option('--branch <name>', 'Branch to push to', 'main')
    .action((directory: string, flags: Flags) => run((context) => exportBundle(context, directory, flags)));
}

async function exportBundle(context: CommandContext, directory: string, flags: Flags): Promise<number> {
  const input = { directory, url: flags.git, branch: flags.branch };
  const result = await runJob(context, {}, (client, signal) => client.export(input, { signal }));
  context.reporter.result({ ...result }, `Pushed ${result.commit.slice(0, 12)} to ${result.branch}.`);
  return 0;
}
