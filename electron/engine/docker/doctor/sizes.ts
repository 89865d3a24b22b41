const units = ['bytes', 'kB', 'MB', 'GB', 'TB'];

/** A size for people, in powers of 1000 as the docker command shows them. */
export function readableSize(bytes: number): string {
  const power = bytes < 1 ? 0 : Math.min(units.length - 1, Math.floor(Math.log10(bytes) / 3));
  const value = bytes / 1000 ** power;
  return `${power === 0 || value >= 100 ? Math.round(value) : value.toFixed(1)} ${units[power]}`;
}
