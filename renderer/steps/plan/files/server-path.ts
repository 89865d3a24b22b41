/** Whether a text is an absolute path in its plain form, below the root. */
export function isServerPath(text: string): boolean {
  if (!text.startsWith('/') || text.includes('\0')) return false;
  const parts = text.replace(/\/$/, '').slice(1).split('/');
  return parts.every((part) => part !== '' && part !== '.' && part !== '..');
}
