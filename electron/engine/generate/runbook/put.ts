/** A phrase with each `{}` replaced by the value of its place. */
export function put(phrase: string, ...values: string[]): string {
  let place = 0;
  return phrase.replace(/\{\}/g, () => values[place++] ?? '');
}
