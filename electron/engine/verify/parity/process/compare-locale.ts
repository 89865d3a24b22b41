import { type AspectResult, compareValues, type ProcessPair } from './aspect.ts';

type Environment = readonly { name: string; value: string }[];

/** The locale variables of the main process. An empty environment on the server means that it could not be read. */
export function compareLocale({ server, main }: ProcessPair): AspectResult {
  const readable = server.main.environment.length > 0;
  const expected = readable ? localeOf(server.main.environment) : undefined;
  const own = main.environment === undefined ? undefined : localeOf(main.environment);
  return compareValues(expected, own);
}

function localeOf(environment: Environment): string {
  const variables = environment.filter(({ name, value }) => /^(?:LANG|LANGUAGE|LC_[A-Z]+)$/.test(name) && value !== '');
  const written = variables.map(({ name, value }) => `${name}=${canonical(value)}`).sort();
  return written.length === 0 ? '(none: C)' : written.join(' ');
}

/** `en_US.utf8` is `en_US.UTF-8`. */
function canonical(value: string): string {
  return value.replace(/\.utf-?8$/i, '.UTF-8');
}
