/** Whether a link may be handed to the person's browser: a web page over TLS, without a name and password in it. */
export function isExternalLink(link: string): boolean {
  try {
    const { protocol, username, password } = new URL(link);
    return protocol === 'https:' && username === '' && password === '';
  } catch {
    return false;
  }
}
