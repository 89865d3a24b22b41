const rules: readonly [RegExp, string][] = [
  // A user's password in a URL.
  [/(\b[a-z][a-z0-9+.-]*:\/\/[^\s/:@"]*:)[^\s/@"]+@/gi, '$1•••@'],
  // A private key, also where its line breaks are escaped.
  [/-----BEGIN [A-Z ]*PRIVATE KEY-----.*?(-----END [A-Z ]*PRIVATE KEY-----|$)/gs, '•••'],
  [/\b(bearer|basic)\s+[\w.~+/=-]{8,}/gi, '$1 •••'],
  [/\b(pass(?:word|wd|phrase)?|secret|token|api[_-]?key)(\\?["']?\s*[=:]\s*\\?["']?)[^\s"'\\,;&}]+/gi, '$1$2•••'],
];

/** Text for a log, without what looks like a secret in it: messages of other programs may quote anything. */
export function withoutSecrets(text: string): string {
  return rules.reduce((rest, [pattern, replacement]) => rest.replace(pattern, replacement), text);
}
