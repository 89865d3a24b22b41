const units = ['B', 'kB', 'MB', 'GB', 'TB'] as const;

/** Decimal units, as Docker and disks count: `48.7 MB`. */
export function formatBytes(value: number, language: string): string {
  let unit = 0;
  let size = value;
  // From 999.5 on it would be rounded to four digits.
  while (Math.abs(size) >= 999.5 && unit < units.length - 1) {
    size /= 1000;
    unit += 1;
  }
  const digits = unit === 0 || Math.abs(size) >= 99.95 ? 0 : 1;
  return `${numberFormat(language, digits).format(size)} ${units[unit]}`;
}

const formats = new Map<string, Intl.NumberFormat>();

/** Making a formatter takes longer than a row of a table may; there are only ever a few. */
export function numberFormat(language: string, maximumFractionDigits: number): Intl.NumberFormat {
  const key = `${language} ${maximumFractionDigits}`;
  const format = formats.get(key) ?? new Intl.NumberFormat(language, { maximumFractionDigits });
  formats.set(key, format);
  return format;
}
