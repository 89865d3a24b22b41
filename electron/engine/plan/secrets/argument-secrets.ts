import { sentence } from '../../../../shared/text/sentence.ts';
import { whySecretVariable } from './find-secrets.ts';

export interface SafeCommand {
  command: string[];
  /** Secrets taken out of the arguments, as variables. */
  variables: { name: string; value: string; reason: string }[];
}

/**
 * A command without the passwords that stand in its arguments (`--password=x`, `--api-token x`). They become variables,
 * which a shell puts back before it hands over to the program: its script holds positions and variable names, no text
 * of the server.
 */
export function withoutArgumentSecrets(command: string[]): SafeCommand {
  const variables: SafeCommand['variables'] = [];
  const parts = command.map((argument, index) => {
    const secret = secretIn(argument, command[index - 1]);
    if (!secret) return { positional: argument, variable: '' };
    variables.push({ name: secret.name, value: secret.value, reason: sentence`argument ${secret.option}` });
    return { positional: secret.kept, variable: `\${${secret.name}}` };
  });
  if (variables.length === 0) return { command, variables };
  const script = parts.map(({ variable }, index) => `"\${${index + 1}}${variable}"`).join(' ');
  return { command: ['/bin/sh', '-c', `exec ${script}`, 'sh', ...parts.map((part) => part.positional)], variables };
}

function secretIn(argument: string, before: string | undefined) {
  const joined = /^(--?([A-Za-z][\w-]*)=)(.+)$/s.exec(argument);
  if (joined?.[1] && joined[2] && joined[3]) return secretOf(joined[2], joined[3], joined[1]);
  // Many programs, those in Go among them, write long options with one dash.
  const option = /^--?([A-Za-z][\w-]+)$/.exec(before ?? '')?.[1];
  return option === undefined || argument.startsWith('-') ? undefined : secretOf(option, argument, '');
}

function secretOf(option: string, value: string, kept: string) {
  const name = option.toUpperCase().replaceAll('-', '_');
  // A path to a key or password file is configuration; what it points at is judged by itself.
  const isSecret = !value.startsWith('/') && whySecretVariable(name, value) !== undefined;
  return isSecret ? { name, value, kept, option: `--${option}` } : undefined;
}
