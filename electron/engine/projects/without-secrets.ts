import type { Facts } from '../../../shared/model/facts.ts';
import { withoutArgumentSecrets } from '../plan/secrets/argument-secrets.ts';
import { secretsIn, whySecretPath, whySecretVariable } from '../plan/secrets/find-secrets.ts';

/** What stands where a secret was. */
const hidden = '•••';

type Variable = Facts['processes'][number]['environment'][number];

/**
 * Facts as a window may show them: the secrets that rules recognise are hidden in environments, arguments and
 * configuration. The facts on disk stay whole, since the plan is made of them.
 */
export function withoutSecrets(facts: Facts): Facts {
  return {
    ...facts,
    processes: facts.processes.map((process) => ({
      ...process,
      argv: hideArguments(process.argv),
      environment: process.environment.map(hideVariable),
    })),
    units: facts.units.map((unit) => ({
      ...unit,
      environment: unit.environment.map(hideVariable),
      execStartPre: unit.execStartPre.map(hideArguments),
      execStart: unit.execStart.map(hideArguments),
      execReload: unit.execReload.map(hideArguments),
      execStop: unit.execStop.map(hideArguments),
    })),
    starters: facts.starters.map((starter) => ({
      ...starter,
      command: hideArguments(starter.command.split(' ')).join(' '),
    })),
    configFiles: facts.configFiles.map((file) => ({ ...file, content: hideContent(file.path, file.content) })),
  };
}

function hideVariable(variable: Variable): Variable {
  return whySecretVariable(variable.name, variable.value) === undefined ? variable : { ...variable, value: hidden };
}

function hideArguments(argv: string[]): string[] {
  const values = withoutArgumentSecrets(argv).variables.map(({ value }) => value);
  return values.length === 0 ? argv : argv.map((argument) => hide(argument, values));
}

function hideContent(path: string, content: string): string {
  if (whySecretPath(path) !== undefined || /-----BEGIN (?:[A-Z]+ )*PRIVATE KEY-----/.test(content)) return hidden;
  return hide(content, secretsIn(content));
}

function hide(text: string, secrets: readonly string[]): string {
  return secrets.reduce((rest, secret) => rest.replaceAll(secret, hidden), text);
}
