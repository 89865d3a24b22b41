import type { ServerForm } from './server-form.ts';
import { splitTarget } from './split-target.ts';

type Parts = Partial<Pick<ServerForm, 'host' | 'user' | 'port' | 'jump' | 'method' | 'keyFile'>>;

/** Options of ssh(1) that take a value. */
const withValue = 'BbcDEeFIiJLlmOoPpQRSWw';

/**
 * What may be pasted into the field for the host, as the fields of the form: an address, or the whole command that one
 * uses in a terminal. What the form has no field for is left out; what is empty stays as it was typed.
 */
export function readTyped(text: string): Parts {
  const words = (text.replace(/^\s*[$#>]\s+/, '').match(/"[^"]*"|'[^']*'|\S+/g) ?? []).map(unquoted);
  if (words[0] === 'ssh') return readCommand(words.slice(1));
  return words.length > 1 && words[1]?.startsWith('-') ? readCommand(words) : filled(splitTarget(text));
}

/** The form with what was typed into the field for the host put where it belongs. */
export function tidied(form: ServerForm): ServerForm {
  return { ...form, ...readTyped(form.host) };
}

function readCommand(words: readonly string[]): Parts {
  let target: Parts | undefined;
  const options: Parts = {};
  for (let at = 0; at < words.length; at++) {
    const word = words[at] ?? '';
    if (!word.startsWith('-')) {
      // What follows the host is a command to run there.
      if (target !== undefined) break;
      target = filled(splitTarget(word));
      continue;
    }
    const found = optionOf(word);
    if (found === undefined) continue;
    const value = found.value === '' ? (words[++at] ?? '') : found.value;
    Object.assign(options, readOption(found.letter, value));
  }
  return { ...target, ...options };
}

/** The option in a word such as `-p`, `-p2222` or `-vp2222` that takes a value; undefined for mere switches. */
function optionOf(word: string): { letter: string; value: string } | undefined {
  const at = [...word].findIndex((letter, index) => index > 0 && withValue.includes(letter));
  return at < 0 ? undefined : { letter: word[at] ?? '', value: word.slice(at + 1) };
}

function readOption(letter: string, value: string): Parts {
  if (letter === 'p') return { port: value };
  if (letter === 'l') return { user: value };
  if (letter === 'i') return { method: 'key', keyFile: value };
  if (letter === 'J') return { jump: value.split(',') };
  return letter === 'o' ? readSetting(value) : {};
}

/** `-o`, which takes a line of ssh_config(5). */
function readSetting(line: string): Parts {
  const [, name = '', value = ''] = /^(\w+)(?:\s*=\s*|\s+)(.*)$/.exec(line) ?? [];
  const letters: Readonly<Record<string, string>> = { port: 'p', user: 'l', identityfile: 'i', proxyjump: 'J' };
  const letter = Object.entries(letters).find(([key]) => key === name.toLowerCase())?.[1];
  return letter === undefined ? {} : readOption(letter, value);
}

function unquoted(word: string): string {
  return word.replace(/^(["'])(.*)\1$/, '$2');
}

function filled({ host, user, port }: Pick<ServerForm, 'host' | 'user' | 'port'>): Parts {
  return { host, ...(user === '' ? {} : { user }), ...(port === '' ? {} : { port }) };
}
