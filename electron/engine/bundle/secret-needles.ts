/** A secret's name (`WORKLOAD/VARIABLE`) and its content: an environment variable's value, or a whole file's text. */
export interface KnownSecret {
  name: string;
  content: string;
}

/** Bytes that give a secret away. */
export interface Needle {
  name: string;
  bytes: Buffer;
}

/**
 * What to look for so that a secret is found and nothing else. A weak value such as "portal" stands in many files by
 * chance and is looked for behind its variable's name alone; of a file, the lines that nobody writes twice.
 */
export function needlesOf({ name, content }: KnownSecret): Needle[] {
  const value = content.trim();
  const texts = value.includes('\n') ? tellingLines(value) : isDistinctive(value) ? [value] : assignments(name, value);
  return [...new Set(texts)].map((text) => ({ name, bytes: Buffer.from(text) }));
}

/** Long, or with digits or signs between its letters: no word, no path, no name of a thing. */
function isDistinctive(value: string): boolean {
  if (/^[.~]?\/[\w./-]*$/.test(value)) return false;
  return value.length >= 16 || (value.length >= 8 && /[a-z]/i.test(value) && /[^a-z._-]/i.test(value));
}

function assignments(name: string, value: string): string[] {
  if (value === '') return [];
  const variable = name.slice(name.lastIndexOf('/') + 1);
  return ['=', "='", '="', ': ', ": '", ': "'].map((sign) => `${variable}${sign}${value}`);
}

/** Of a key, its lines and not those of a certificate beside it; of a settings file, the values. */
function tellingLines(content: string): string[] {
  const keys = [...content.matchAll(/-----BEGIN [A-Z0-9 ]*PRIVATE KEY[A-Z ]*-----([\s\S]*?)-----END/g)];
  const lines = (keys.length > 0 ? keys.map(([, key = '']) => key).join('\n') : content).split(/\r?\n/);
  return lines.map(bareValue).filter((value) => !/\s/.test(value) && isDistinctive(value));
}

/** Comments and the headings of sections stand in every file of the kind. */
function bareValue(line: string): string {
  if (/^\s*(?:[#;]|\[[^\]]*\]\s*$)/.test(line)) return '';
  const [, value = ''] = /^\s*(?:[\w.-]+\s*[=:]\s*)?["']?(.*?)["']?[,;]?\s*$/.exec(line) ?? [];
  return value;
}
