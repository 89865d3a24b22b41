const styles = {
  /** 2 Nov 2026 */
  day: { dateStyle: 'medium' },
  /** 2 Nov 2026, 08:30 */
  moment: { dateStyle: 'medium', timeStyle: 'short' },
  /** 02/11/2026, 08:30: for columns */
  short: { dateStyle: 'short', timeStyle: 'short' },
  /** 08:30:15 */
  clock: { timeStyle: 'medium' },
  /** November 2026; of a month as such, which no time zone moves */
  month: { year: 'numeric', month: 'long', timeZone: 'UTC' },
} as const satisfies Record<string, Intl.DateTimeFormatOptions>;

export type DateStyle = keyof typeof styles;

/**
 * A date as the app writes it; `when` is ISO 8601, or milliseconds since the epoch. What is no date stays as it is: a
 * server may say anything.
 */
export function formatDate(when: string | number, language: string, style: DateStyle): string {
  const date = new Date(when);
  return Number.isNaN(date.getTime()) ? String(when) : dateFormat(language, style).format(date);
}

const formats = new Map<string, Intl.DateTimeFormat>();

/** Making a formatter takes longer than a row of a table may; there are only ever a few. */
function dateFormat(language: string, style: DateStyle): Intl.DateTimeFormat {
  const key = `${language} ${style}`;
  const format = formats.get(key) ?? new Intl.DateTimeFormat(language, styles[style]);
  formats.set(key, format);
  return format;
}
