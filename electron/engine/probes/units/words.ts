/**
 * Splits a command line or an Environment= value as systemd does: blanks separate, single and double quotes hold
 * together, C escapes work in and outside of them. See systemd.service(5), "Command lines", and systemd.syntax(7).
 */
export function splitWords(text: string): string[] {
  const words: string[] = [];
  let word: string | undefined;
  let quote: string | undefined;
  for (let at = 0; at < text.length; at++) {
    const letter = text[at] ?? '';
    if (letter === '\\') {
      const { value, length } = readEscape(text.slice(at));
      word = (word ?? '') + value;
      at += length - 1;
    } else if (quote !== undefined) {
      if (letter === quote) quote = undefined;
      else word += letter;
    } else if ((letter === '"' || letter === "'") && (word === undefined || /[=:]$/.test(word))) {
      quote = letter;
      word ??= '';
    } else if (/\s/.test(letter)) {
      if (word !== undefined) words.push(word);
      word = undefined;
    } else {
      word = (word ?? '') + letter;
    }
  }
  if (word !== undefined) words.push(word);
  return words;
}

const letters: Record<string, string> = {
  a: '\x07',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
  v: '\v',
  s: ' ',
  '\\': '\\',
  '"': '"',
  "'": "'",
};

function readEscape(text: string): { value: string; length: number } {
  const simple = letters[text[1] ?? ''];
  if (simple !== undefined) return { value: simple, length: 2 };
  const [hex, digits] = /^\\x([0-9a-fA-F]{2})/.exec(text) ?? [];
  if (hex !== undefined && digits !== undefined)
    return { value: String.fromCharCode(Number.parseInt(digits, 16)), length: 4 };
  const [octal, number] = /^\\([0-7]{3})/.exec(text) ?? [];
  if (octal !== undefined && number !== undefined)
    return { value: String.fromCharCode(Number.parseInt(number, 8)), length: 4 };
  return { value: text.slice(0, 2), length: Math.min(2, text.length) };
}
