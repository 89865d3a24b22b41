import type { Command } from 'commander';
import type { CommandContext, RunCommand } from '../command-context.ts';
import { runJob } from '../run-job.ts';
import type { SecretFlags } from '../stdin-secrets.ts';

interface Flags extends SecretFlags {
  git: string;
  branch: string;
  message?: string;
  acceptNewHostKey?: boolean;
}

export function addExport(program: Command, run: RunCommand): void {
  program
    .command('export')
    .argument('<dir>', 'A bundle')
    .description('Commit a bundle and push it')
    .requiredOption('--git <url>', 'Remote repository')
    .option('--branch <name>', 'Branch to push to', 'main')
    .option('--message <text>', 'What changed, for the commit')
    .option(
      '--git-password-stdin',
      'Read the password or token from standard input; https://USER@host/… names the user',
    )
    .option('--password-stdin', 'Over SSH: read the password from standard input')
    .option('--passphrase-stdin', "Over SSH: read the key's passphrase from standard input")
    .option('--accept-new-host-key', 'Over SSH: record the key of a host that known_hosts does not have')
    .action((directory: string, flags: Flags) => run((context) => exportBundle(context, directory, flags)));
}

async function exportBundle(context: CommandContext, directory: string, flags: Flags): Promise<number> {
  const { git: url, branch, message, acceptNewHostKey = false } = flags;
  const input = { directory, url, branch, acceptNewHostKey, ...(message === undefined ? {} : { message }) };
  const result = await runJob(context, flags, (client, signal) => client.export(input, { signal }));
  context.reporter.result({ ...result }, `Pushed ${result.commit.slice(0, 12)} to ${result.branch}.`);
  return 0;
}
