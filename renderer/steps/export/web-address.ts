/** The page that a Git host shows for a repository; undefined for an address that is none of the web. */
export function webAddress(remote: string): string | undefined {
  const { protocol, host, pathname } = urlOf(remote) ?? {};
  if (protocol !== 'https:' || pathname === undefined) return undefined;
  return `https://${host}${pathname.replace(/\/+$/, '').replace(/\.git$/, '')}`;
}

/** URL.canParse came with Chromium 120. */
function urlOf(text: string): URL | undefined {
  try {
    return new URL(text);
  } catch {
    return undefined;
  }
}
