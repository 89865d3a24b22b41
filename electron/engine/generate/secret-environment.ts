import { SlipwayError } from '../../../shared/errors.ts';
import { sentence } from '../../../shared/text/sentence.ts';
import { commentText } from './one-line.ts';
import { requireVariable } from './plan-checks.ts';

/**
 * `secrets/NAME.env` in the form that Compose reads back to the same values: single quotes take everything as it stands
 * except themselves; what holds one goes into double quotes with `\`, `"` and `$` escaped.
 */
export function secretEnvironment(values: ReadonlyMap<string, string>): string {
  const lines = [...values].map(([name, value]) => `${requireVariable(name)}=${quote(name, value)}`);
  return lines.map((line) => `${line}\n`).join('');
}

function quote(name: string, value: string): string {
  if (value.includes('\0')) {
    throw new SlipwayError('bundle.invalid', sentence`The secret ${commentText(name)} holds a NUL character.`, {
      hint: sentence`Exclude it in slipway.yaml.`,
    });
  }
  if (!/['\n\r\\]/.test(value)) return `'${value}'`;
  const escaped = value
    .replace(/[\\"$]/g, '\\$&')
    .replaceAll('\n', '\\n')
    .replaceAll('\r', '\\r');
  return `"${escaped}"`;
}

/** Reads what {@link secretEnvironment} wrote, or a person: `NAME=value`, quoted or not; `#` starts a comment line. */
export function readSecretEnvironment(text: string): Map<string, string> {
  const values = new Map<string, string>();
  for (const line of text.split(/\r?\n/)) {
    const match = /^\s*(?:export\s+)?([A-Za-z_][A-Za-z0-9_.]*)=(.*)$/.exec(line);
    if (match?.[1] !== undefined) values.set(match[1], unquote((match[2] ?? '').trim()));
  }
  return values;
}

const escapes: Record<string, string> = { n: '\n', r: '\r' };

function unquote(value: string): string {
  if (/^'[^']*'$/.test(value)) return value.slice(1, -1);
  if (!/^".*"$/.test(value)) return value;
  return value.slice(1, -1).replace(/\\(.)/g, (_all, character: string) => escapes[character] ?? character);
}
