const HIDDEN = '•••';

/** Shorter ones, and those of letters or of digits alone, are found inside harmless words. */
const shortestStrong = 8;
const longestWord = 15;

/**
 * A text without a secret value. One that is unlike any word is hidden wherever it stands. A weak one, which may be a
 * word of any page, is hidden where it stands as a value of its own: `pw=Shanghai` becomes `pw=•••`, and `Asia/Shanghai`
 * and `harbour-7` stay as they are.
 */
export function hideValue(text: string, value: string): string {
  if (value === '') return text;
  return isWeak(value) ? text.replace(standingAlone(value), HIDDEN) : text.replaceAll(value, HIDDEN);
}

function isWeak(value: string): boolean {
  return value.length < shortestStrong || (isOneKind(value) && value.length <= longestWord);
}

function isOneKind(value: string): boolean {
  return /^(?:\p{L}+|\p{N}+)$/u.test(value);
}

/** A full stop ends a sentence or joins the parts of a name; so does a slash with the parts of a path of words. */
function standingAlone(value: string): RegExp {
  const joint = isOneKind(value) ? '[./]' : '[.]';
  const before = `(?<![\\p{L}\\p{N}_-]|[\\p{L}\\p{N}]${joint})`;
  const after = `(?![\\p{L}\\p{N}_-]|${joint}[\\p{L}\\p{N}])`;
  return new RegExp(`${before}${value.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&')}${after}`, 'gu');
}
