/** electron-builder makes no deb without a homepage. This name is nobody's, now and ever (RFC 6761, section 6.4). */
const placeholder = 'https://slipway.invalid/';

/**
 * What stands in for the homepage where package.json names none and the packages of a platform cannot do without.
 * Windows could show it as a link that leads nowhere, so only Linux gets it, and `control` leaves it out again.
 */
export function placeholderHomepage(platform: NodeJS.Platform, homepage: string | undefined): { homepage?: string } {
  return platform === 'linux' && homepage === undefined ? { homepage: placeholder } : {};
}

/** False for what only stands where a homepage is insisted on. */
export function isHomepage(url: string): boolean {
  return !new URL(url).hostname.endsWith('.invalid');
}
