import { type Command, Option } from 'commander';
import type { Choices, DockerInput, ServerInput } from '../../shared/contract/inputs.ts';
import type { SecretFlags } from './stdin-secrets.ts';

export interface ConnectFlags extends SecretFlags {
  identity?: string[];
  jump?: string[];
  keys?: boolean;
  sudo?: boolean;
  acceptNewHostKey?: boolean;
}

/** A command with the options of connecting to a server. */
export function withConnectOptions(command: Command): Command {
  return command
    .optionsGroup('Connecting to the server:')
    .option('--identity <file>', 'Private key to log in with (repeatable)', collect)
    .option('--jump <host>', 'Jump host, [user@]host[:port] (repeatable, in order)', collect)
    .option('--no-keys', 'Offer no key: log in with the password, or what the server asks for')
    .option('--password-stdin', 'Read the password from standard input')
    .option('--passphrase-stdin', "Read the key's passphrase from standard input")
    .option('--sudo', 'Read through sudo what the account may not')
    .option('--sudo-password-stdin', 'Read the sudo password from standard input')
    .option('--accept-new-host-key', 'Record the key of a host that known_hosts does not have');
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
    .optionsGroup('What to migrate, and how:')
    .option('--workload <name...>', "Workloads to migrate (default: all that are not the system's own)")
    .addOption(
      new Option(
        '--strategy <name>',
        'How the image is made: the base and what it lacks, the base and packages, or nothing but the files (default: minimal)',
      ).choices(['minimal', 'packages', 'scratch']),
    )
    .option('--base <image>', "Base image (default: the one of the server's release)")
    .option('--include <path...>', 'Files or directories to add to every chosen workload')
    .option('--exclude <path...>', 'Patterns to leave out, as in .gitignore');
}

export interface DockerFlags {
  docker?: string;
  dockerIdentity?: string[];
  acceptNewHostKey?: boolean;
}

/** A command with the options of choosing a Docker host, beside those of connecting to a server. */
export function withDockerOption(command: Command): Command {
  return command
    .optionsGroup('Docker host:')
    .option('--docker <host>', 'unix://…, ssh://…, tcp://…, or a Docker context (default: the current context)')
    .option('--docker-identity <file>', 'Private key to log in with where it is ssh:// (repeatable)', collect);
}

/** A command that needs a Docker host and no server. */
export function withDockerAlone(command: Command): Command {
  return withDockerOption(command).option(
    '--accept-new-host-key',
    'Record the key of an ssh:// host that known_hosts does not have',
  );
}

export function dockerInput(flags: DockerFlags): DockerInput {
  return {
    host: flags.docker,
    identityFiles: flags.dockerIdentity ?? [],
    acceptNewHostKey: flags.acceptNewHostKey ?? false,
  };
}

export function serverInput(target: string, flags: ConnectFlags): ServerInput {
  return {
    target,
    identityFiles: flags.identity ?? [],
    ...(flags.keys === false ? { signIn: 'password' as const } : {}),
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
