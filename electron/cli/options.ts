import { type Command, Option } from 'commander';
import type { Choices, ServerInput } from '../../shared/contract/inputs.ts';
import type { SecretFlags } from './stdin-secrets.ts';

export interface ConnectFlags extends SecretFlags {
  identity?: string[];
  jump?: string[];
  sudo?: boolean;
  acceptNewHostKey?: boolean;
}

/** A command with the options of connecting to a server. */
export function withConnectOptions(command: Command): Command {
  return command
    .option('--identity <file>', 'private key to log in with (repeatable)', collect)
    .option('--jump <host>', 'jump host, [user@]host[:port] (repeatable, in order)', collect)
    .option('--password-stdin', 'read the password from standard input')
    .option('--passphrase-stdin', "read the key's passphrase from standard input")
    .option('--sudo', 'read through sudo what the account may not')
    .option('--sudo-password-stdin', 'read the sudo password from standard input')
    .option('--accept-new-host-key', 'record the key of a server that known_hosts does not have');
}

export interface ChoiceFlags {
  workload?: string[];
  strategy?: 'minimal' | 'packages' | 'scratch';
  base?: string;
  include?: string[];
  exclude?: string[];
}

/** A command with the options of choosing what to migrate and how. */
export function withChoiceOptions(command: Command): Command {
  return command
    .option('--workload <name...>', "workloads to migrate (default: all that are not the system's own)")
    .addOption(new Option('--strategy <name>', 'how the image is made').choices(['minimal', 'packages', 'scratch']))
    .option('--base <image>', 'base image')
    .option('--include <path...>', 'files or directories to add to every chosen workload')
    .option('--exclude <path...>', 'patterns to leave out, as in .gitignore');
}

export function withDockerOption(command: Command): Command {
  return command.option(
    '--docker <host>',
    'unix://…, ssh://…, tcp://…, or a Docker context (default: the current context)',
  );
}

export function serverInput(target: string, flags: ConnectFlags): ServerInput {
  return {
    target,
    identityFiles: flags.identity ?? [],
    jump: flags.jump ?? [],
    sudo: flags.sudo ?? flags.sudoPasswordStdin ?? false,
    acceptNewHostKey: flags.acceptNewHostKey ?? false,
  };
}

export function choices(flags: ChoiceFlags): Choices {
  return {
    workloads: flags.workload,
    strategy: flags.strategy,
    base: flags.base,
    include: flags.include,
    exclude: flags.exclude,
  };
}

function collect(value: string, previous: string[] | undefined): string[] {
  return [...(previous ?? []), value];
}
