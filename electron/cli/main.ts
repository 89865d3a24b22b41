import { Command, CommanderError } from 'commander';
import packageJson from '../../package.json' with { type: 'json' };
import { exitCodeOf, SlipwayError, toSlipwayError } from '../../shared/errors.ts';
import { createMemoryClient } from '../bridge/memory.ts';
import { createEngine } from '../engine/engine.ts';
import { createHeadlessShell } from '../local/headless-shell.ts';
import { cancelOnLostReader, cancelOnSignals } from './cancel-on-signals.ts';
import type { CommandContext } from './command-context.ts';
import { addBuild } from './commands/build.ts';
import { addDemo } from './commands/demo.ts';
import { addDoctor } from './commands/doctor.ts';
import { addExport } from './commands/export.ts';
import { addMigrate } from './commands/migrate.ts';
import { addPlan } from './commands/plan.ts';
import { addScan } from './commands/scan.ts';
import { addServe } from './commands/serve.ts';
import { addVerify } from './commands/verify.ts';
import { createJsonReporter } from './json-reporter.ts';
import type { Reporter } from './reporter.ts';
import { createStyle } from './style.ts';
import { createTextReporter } from './text-reporter.ts';

interface GlobalFlags {
  json?: boolean;
  verbose?: boolean;
  yes?: boolean;
}

/** Runs the command line and gives the exit code. */
export async function main(argv: string[]): Promise<number> {
  const cancel = new AbortController();
  cancelOnSignals({
    ...{ cancel, source: process, now: () => performance.now() },
    say: (text) => process.stderr.write(`slipway: ${text}\n`),
    exit: () => process.exit(130),
  });
  cancelOnLostReader(cancel, process.stdout, process.stderr);
  let exitCode = 0;
  const program = createProgram();
  const run = async (body: (context: CommandContext) => Promise<number>) => {
    exitCode = await body(createContext(program.opts<GlobalFlags>(), cancel.signal));
  };
  for (const add of [addMigrate, addScan, addPlan, addBuild, addVerify, addExport, addDoctor, addServe, addDemo])
    add(program, run);
  try {
    await program.parseAsync(argv, { from: 'user' });
    return exitCode;
  } catch (error) {
    return reportFailure(error, argv);
  }
}

function createProgram(): Command {
  return (
    new Command('slipway')
      .description('Turns a running legacy Linux server into proven containers. Nothing is changed on the server.')
      .version(packageJson.version, '-V, --version', 'Print the version')
      .helpOption('-h, --help', 'Print this help')
      .helpCommand('help [command]', 'Print the help of a command')
      .option('--json', 'Print one JSON object a line')
      .option('--verbose', 'Print what the steps say')
      .option('--yes', 'Ask nothing: what would be asked is refused')
      .configureHelp({ showGlobalOptions: true })
      .addHelpText('after', EXAMPLES)
      .exitOverride()
      // Wrong usage is reported as every other error is.
      .configureOutput({ writeErr: () => {} })
  );
}

const EXAMPLES = `
Examples:
  slipway migrate ssh://deploy@portal.example --sudo -o portal
  slipway scan portal -o portal.facts.json
  slipway verify portal --against ssh://deploy@portal.example --sudo
  slipway doctor --docker ssh://build@docker.example

Exit codes:
  0 all well                              3 the server not reached, or it refused
  1 unusable arguments, internal error    4 the Docker host not reached, or it refused
  2 some workload failed                  130 cancelled`;

function createContext(flags: GlobalFlags, signal: AbortSignal): CommandContext {
  return {
    client: createMemoryClient(createEngine(), createHeadlessShell('memory')),
    reporter: createReporter(flags),
    stdin: process.stdin,
    signal,
    interactive: !flags.yes && !flags.json && process.stdin.isTTY === true && process.stderr.isTTY === true,
  };
}

function createReporter(flags: GlobalFlags): Reporter {
  if (flags.json) return createJsonReporter(process.stdout, process.stderr);
  return createTextReporter(process.stdout, process.stderr, {
    columns: () => (process.stderr.isTTY ? process.stderr.columns : undefined),
    verbose: flags.verbose ?? false,
    style: createStyle(process.stderr.isTTY === true, process.env),
  });
}

function reportFailure(error: unknown, argv: string[]): number {
  // Help and version end well, and have been printed.
  if (error instanceof CommanderError && error.exitCode === 0) return 0;
  const failure = error instanceof CommanderError ? usageError(error) : toSlipwayError(error);
  createReporter({ json: argv.includes('--json') }).error(failure.toData());
  if (failure.code === 'internal' && process.env.SLIPWAY_DEBUG) console.error(failure.cause ?? failure);
  return exitCodeOf(failure.code);
}

function usageError(error: CommanderError): SlipwayError {
  if (error.code === 'commander.help') return new SlipwayError('usage', 'Which command?', { hint: usageHint });
  return new SlipwayError('usage', `${error.message.replace(/^error: /, '')}.`, { hint: usageHint });
}

const usageHint = '`slipway --help` lists the commands, `slipway COMMAND --help` its options.';
