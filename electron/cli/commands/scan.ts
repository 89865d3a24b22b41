import { writeFile } from 'node:fs/promises';
import type { Command } from 'commander';
import { SlipwayError } from '../../../shared/errors.ts';
import type { Facts } from '../../../shared/model/facts.ts';
import { plural } from '../../../shared/text/plural.ts';
import type { CommandContext, RunCommand } from '../command-context.ts';
import { type ConnectFlags, serverInput, withConnectOptions } from '../options.ts';
import { printableLine } from '../printable.ts';
import { runJob } from '../run-job.ts';

interface Flags extends ConnectFlags {
  output?: string;
}

export function addScan(program: Command, run: RunCommand): void {
  const command = program
    .command('scan')
    .argument('<target>', 'ssh://user@host[:port], an alias of ~/.ssh/config, or local')
    .description('Read what runs on a server, and say what could not be read')
    .option('-o, --output <file>', 'Write the facts to this file (they hold configuration: only you may read it)');
  withConnectOptions(command).action((target: string, flags: Flags) => run((context) => scan(context, target, flags)));
}

async function scan(context: CommandContext, target: string, flags: Flags): Promise<number> {
  const facts = await runJob(context, flags, (client, signal) =>
    client.scan({ server: serverInput(target, flags) }, { signal }),
  );
  if (flags.output !== undefined) await writeFacts(flags.output, facts);
  context.reporter.result(
    flags.output === undefined ? { facts } : { file: flags.output },
    summary(facts, flags.output),
  );
  return 0;
}

async function writeFacts(file: string, facts: Facts): Promise<void> {
  try {
    await writeFile(file, `${JSON.stringify(facts, undefined, 1)}\n`, { mode: 0o600 });
  } catch (error) {
    throw new SlipwayError('disk.denied', `The facts cannot be written to ${file}.`, {
      hint: 'Choose a file in a directory that you may write to and that has room.',
      cause: error,
    });
  }
}

function countsOf(facts: Facts): string[] {
  const processes = facts.processes.filter((process) => !process.kernel).length;
  const ports = facts.listeners.filter((listener) => listener.protocol !== 'unix').length;
  const units = facts.units.filter((unit) => unit.activeState === 'active').length;
  const packages = facts.packages.length;
  return [
    plural(processes, { one: '1 process', other: `${processes} processes` }),
    plural(ports, { one: '1 listening port', other: `${ports} listening ports` }),
    plural(units, { one: '1 active unit', other: `${units} active units` }),
    plural(packages, { one: '1 package', other: `${packages} packages` }),
  ];
}

function summary(facts: Facts, file: string | undefined): string {
  return [
    `${printableLine(facts.os.hostname)}: ${printableLine(facts.os.prettyName)}, ${facts.os.architecture}`,
    `  ${countsOf(facts).join(', ')}`,
    ...facts.gaps.map((gap) => `  not read: ${printableLine(gap.subject)} (${gap.reason})`),
    ...(file === undefined ? [] : [`Facts: ${file}`]),
  ].join('\n');
}
