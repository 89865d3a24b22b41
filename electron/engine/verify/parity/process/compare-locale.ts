import { type AspectResult, compareValues, type ProcessPair } from './aspect.ts';

type Environment = readonly { name: string; value: string }[];

const categories = ['LC_CTYPE', 'LC_NUMERIC', 'LC_TIME', 'LC_COLLATE', 'LC_MONETARY', 'LC_MESSAGES'] as const;

/** The locale in force for the main process. An empty environment on the server means that it could not be read. */
export function compareLocale({ server, main }: ProcessPair): AspectResult {
  const readable = server.main.environment.length > 0;
  const expected = readable ? writeLocale(server.main.environment) : undefined;
  const own = main.environment === undefined ? undefined : writeLocale(main.environment);
  return compareValues(expected, own);
}

/** `LANG=de_DE.UTF-8`, or a variable a category where they differ; see locale(7) for what overrides what. */
function writeLocale(environment: Environment): string {
  const setTo = (name: string) => environment.find((one) => one.name === name && one.value !== '')?.value;
  const inForce = categories.map((name) => canonical(setTo('LC_ALL') ?? setTo(name) ?? setTo('LANG') ?? 'C'));
  if (new Set(inForce).size === 1) return `LANG=${inForce[0] ?? 'C'}`;
  return categories.map((name, index) => `${name}=${inForce[index] ?? 'C'}`).join(' ');
}

/** `en_US.utf8` is `en_US.UTF-8`, POSIX is C. */
function canonical(value: string): string {
  return value === 'POSIX' ? 'C' : value.replace(/\.utf-?8$/i, '.UTF-8');
}
