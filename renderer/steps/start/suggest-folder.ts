/** Where a project of this name would go: a folder of its own under `slipway` in the home folder. */
export function suggestFolder(home: string, name: string): string {
  const separator = home.includes('\\') ? '\\' : '/';
  // What no file system takes, and what would make a folder hidden or leave the place.
  const folder = name
    .trim()
    .replace(/[\\/:*?"<>|\u0000-\u001f]+/g, '-')
    .replace(/^\.+/, '')
    .replace(/\s+/g, '-');
  if (home === '' || folder === '') return '';
  return [home, 'slipway', folder].join(separator);
}
