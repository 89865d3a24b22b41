import type { Facts } from '../../../shared/model/facts.ts';
import type { Workload } from '../../../shared/model/plan.ts';
import type { ParityCheck } from '../../../shared/model/result.ts';
import { withoutArgumentSecrets } from '../plan/secrets/argument-secrets.ts';
import { parseEnvironmentFile } from '../plan/secrets/environment-file.ts';
import { secretsIn, whySecretPath, whySecretVariable } from '../plan/secrets/find-secrets.ts';
import { hideValue } from './hide-value.ts';

/** Shorter values are words that stand in any page. */
const SHORTEST = 4;

/**
 * Values that must not stand in a report, which goes into Git: of the workload's secret variables, of what looks like
 * one, and of the secret files whose content is known.
 */
export function secretValuesOf(workload: Workload, facts: Facts): string[] {
  const planned = new Set(workload.secrets.flatMap((one) => (one.kind === 'env' ? [one.variable] : [])));
  const secretFiles = new Set(workload.secrets.flatMap((one) => (one.kind === 'file' ? [one.path] : [])));
  const isSecret = ({ name, value }: Variable) => planned.has(name) || whySecretVariable(name, value) !== undefined;
  const variables = [
    ...facts.processes.flatMap((process) => process.environment),
    ...facts.units.flatMap((unit) => unit.environment),
    ...facts.configFiles.flatMap((file) => parseEnvironmentFile(file.content)),
  ];
  const files = facts.configFiles.filter(
    (file) => secretFiles.has(file.path) || whySecretPath(file.path) !== undefined,
  );
  const words = files.flatMap((file) => wordsOf(file.content));
  const inArguments = facts.processes.flatMap((process) => withoutArgumentSecrets(process.argv).variables);
  const assigned = [...variables.filter(isSecret), ...inArguments].map((variable) => variable.value);
  const values = [...assigned, ...assigned.flatMap(passwordsIn), ...words];
  return [...new Set(values.filter((value) => value.length >= SHORTEST))].sort((one, two) => two.length - one.length);
}

type Variable = { name: string; value: string };

/**
 * The words of a secret file that must not be shown. Where it is known what makes it one, that and whatever else has the
 * looks of a token; else (a key, a list of passwords) every word but paths.
 */
function wordsOf(content: string): string[] {
  const words = content.split(/[\s=:"']+/).filter((word) => word.length >= 2 * SHORTEST && !isPath(word));
  const known = secretsIn(content);
  return known.length === 0 ? words : [...known, ...known.flatMap(passwordsIn), ...words.filter(isTokenLike)];
}

/** A file's name, such as the programs that sudoers allows. */
function isPath(word: string): boolean {
  return /^(?:\/[a-z0-9._-]+)+\/?$/.test(word);
}

/** Letters with digits, and no path, address or number. */
function isTokenLike(word: string): boolean {
  return /\p{L}/u.test(word) && /\p{N}/u.test(word) && !/[/\\<>]|^[\w-]+(\.[\w-]+)+$/.test(word);
}

/** The password within an address, which may be shown without the rest of it. */
function passwordsIn(value: string): string[] {
  return [...value.matchAll(/:\/\/[^\s/:@]*:([^\s@]+)@/g)].flatMap((match) => match[1] ?? []);
}

/** The check with every secret value in what was seen hidden. Outcomes were decided before, on what was really there. */
export function hideSecrets(check: ParityCheck, values: readonly string[]): ParityCheck {
  const hide = (text: string) => values.reduce(hideValue, text);
  return { ...check, server: hide(check.server), container: hide(check.container), detail: hide(check.detail) };
}
