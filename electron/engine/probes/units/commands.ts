import { splitWords } from './words.ts';

/**
 * `systemctl show` prints a command as `{ path=/usr/sbin/nginx ; argv[]=/usr/sbin/nginx -g daemon on; ; ignore_errors=no
 * ; … }`, its arguments joined with blanks. The same command out of the unit's file keeps the quoting, so where a file's
 * command gives the same text once joined, its split is the right one.
 */
export function readCommands(shown: readonly string[], written: readonly string[][]): string[][] {
  return shown.flatMap((value) => {
    const joined = shownArguments(value);
    if (joined === undefined) return [];
    const exact = written.find((argv) => argv.join(' ') === joined);
    return [exact ?? joined.split(' ').filter((word) => word !== '')];
  });
}

function shownArguments(value: string): string | undefined {
  return /argv\[\]=(.*?) ; (?:ignore_errors|flags)=/s.exec(value)?.[1];
}

/** `Exec…=` lines of a unit's files in the order systemd reads them; an empty one forgets those before it. */
export function writtenCommands(files: readonly string[], key: string, unit: string): string[][] {
  const commands: string[][] = [];
  for (const text of files) {
    for (const value of valuesOf(text, key)) {
      if (value === '') commands.length = 0;
      else commands.push(...splitCommands(value, unit));
    }
  }
  return commands;
}

/** Those of a key's commands that run with full privileges whatever `User=` says (systemd.service(5), table 2). */
export function privilegedCommands(files: readonly string[], key: string, unit: string): string[][] {
  return files
    .flatMap((text) => valuesOf(text, key))
    .filter((value) => /^[-@:|]*[+!]/.test(value))
    .flatMap((value) => splitCommands(value, unit));
}

function splitCommands(value: string, unit: string): string[][] {
  // Prefixes such as `-`, `@` and `!` are not part of the path; see systemd.service(5), table 2.
  const words = splitWords(value.replace(/^[-@:+!|]+/, '')).map((word) => expandSpecifiers(word, unit));
  const commands: string[][] = [[]];
  for (const word of words) {
    if (word === ';') commands.push([]);
    else commands.at(-1)?.push(word);
  }
  const withName = /^[-:+!|]*@/.test(value);
  // `@` gives the program another argv[0]: systemctl shows argv with that name.
  return commands.map((argv) => (withName ? argv.slice(1) : argv));
}

/** The specifiers that stand for the unit's own name; others make the comparison with systemctl's text fail safely. */
function expandSpecifiers(word: string, unit: string): string {
  const [, prefix = '', instance = ''] = /^(.*?)(?:@(.*))?\.service$/.exec(unit) ?? [];
  const values: Record<string, string> = {
    n: unit,
    N: unit.replace(/\.service$/, ''),
    p: prefix,
    i: instance,
    '%': '%',
  };
  return word.replace(/%([nNpi%])/g, (_, letter: string) => values[letter] ?? '');
}

/** Values of a key in the `[Service]` section, continuation lines joined, comments inside them left out. */
function valuesOf(text: string, key: string): string[] {
  // Most files lack most keys, and reading lines is what costs.
  if (!text.includes(key)) return [];
  const lines = text
    .split('\n')
    .filter((line) => !/^\s*[#;]/.test(line))
    .join('\n')
    .replace(/\\\n/g, ' ')
    .split('\n');
  const values: string[] = [];
  let section = '';
  for (const line of lines) {
    section = /^\s*\[(.*)\]\s*$/.exec(line)?.[1] ?? section;
    const [, name, value = ''] = /^\s*([A-Za-z]+)\s*=\s*(.*?)\s*$/.exec(line) ?? [];
    if (section === 'Service' && name === key) values.push(value);
  }
  return values;
}
