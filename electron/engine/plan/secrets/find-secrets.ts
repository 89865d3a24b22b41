import { sentence } from '../../../../shared/text/sentence.ts';
import {
  placeholderValues,
  plainVariables,
  secretAssignments,
  secretPaths,
  secretValues,
  secretVariables,
} from './rules.ts';

/** Why a variable is secret, or undefined where it is not. */
export function whySecretVariable(name: string, value: string): string | undefined {
  if (value === '' || plainVariables.test(name)) return undefined;
  if (secretVariables.test(name)) return sentence`its name says that it is secret`;
  return secretValues.find((rule) => rule.pattern.test(value))?.reason;
}

/** Why a file is secret by its path. */
export function whySecretPath(path: string): string | undefined {
  return secretPaths.find((rule) => rule.pattern.test(path))?.reason;
}

/** Why a text holds a secret: a literal is assigned to a name that says so, or a value gives itself away. */
export function whySecretContent(content: string): string | undefined {
  const text = withoutComments(content);
  const value = secretValues.slice(0, 3).find((rule) => rule.pattern.test(text));
  if (value) return value.reason;
  const assigned = secretAssignments.some((pattern) =>
    [...text.matchAll(pattern)].some((match) => match[1] !== undefined && !placeholderValues.test(match[1])),
  );
  return assigned ? sentence`a password or token stands in it` : undefined;
}

/** Lines that are comments in every syntax met here; a password in a comment is left to the path rules. */
function withoutComments(content: string): string {
  return content
    .split(/\r?\n/)
    .filter((line) => !/^\s*(#|;|\/\/|\*|--\s)/.test(line))
    .join('\n');
}

/**
 * The secrets themselves that a text holds besides what is plain: literals assigned to telling names, and values that
 * give themselves away. None where the text is a secret as a whole, such as a key or a password file.
 */
export function secretsIn(content: string): string[] {
  const text = withoutComments(content);
  const assigned = secretAssignments.flatMap((pattern) =>
    [...text.matchAll(pattern)].flatMap((match) => match[1] ?? []).filter((value) => !placeholderValues.test(value)),
  );
  if (/-----BEGIN (?:[A-Z]+ )*PRIVATE KEY-----/.test(text)) return [];
  const evident = secretValues.slice(0, 3).flatMap(({ pattern }) => text.match(pattern)?.[0] ?? []);
  return [...new Set([...assigned, ...evident])];
}
