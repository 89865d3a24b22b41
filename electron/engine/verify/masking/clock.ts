const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const month = `(?:${MONTHS.join('|')})`;
const weekday = '(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*';
const timeOfDay = '\\d{2}:\\d{2}:\\d{2}(?:[.,]\\d+)?';
const zone = '(?: ?(?:Z|UTC|GMT|[+-]\\d{2}:?\\d{2}))?';

/** How programs write a moment; ISO 8601, ctime, RFC 5322 and HTTP dates, Common Log Format, a bare time of day. */
const written = [
  `\\d{4}[-/]\\d{2}[-/]\\d{2}[T ]\\d{2}:\\d{2}(?::\\d{2}(?:[.,]\\d+)?)?${zone}`,
  `${weekday} ${month} +\\d{1,2} ${timeOfDay}(?: [A-Z]{3,5})? \\d{4}`,
  `(?:${weekday}, ?)?\\d{1,2}[ -]${month}[a-z]*[ -]\\d{4} ${timeOfDay}${zone}`,
  `\\d{2}/${month}/\\d{4}:${timeOfDay}${zone}`,
  timeOfDay,
];
/** Seconds or milliseconds since the epoch, of the years 2017 to 2033. */
const epoch = '\\b(?:1[5-9]\\d{8})(?:\\d{3})?(?:\\.\\d+)?\\b';

/** Source of a case-insensitive expression that finds a moment in a text. */
export const clockSource = [...written, epoch].join('|');

/** A moment as it was written: the reading of the wall clock, its zone left aside. */
export interface ClockReading {
  kind: 'moment' | 'time-of-day';
  /** Milliseconds since the epoch, or since midnight. */
  milliseconds: number;
}

/** Reads what {@link clockSource} found; undefined where it is no moment after all (month 19, hour 40). */
export function readClock(text: string): ClockReading | undefined {
  if (/^\d+(?:\.\d+)?$/.test(text)) {
    const value = Number(text);
    return { kind: 'moment', milliseconds: value < 1e11 ? value * 1000 : value };
  }
  const time = /(?<!\d)(\d{2}):(\d{2})(?::(\d{2}))?/.exec(text);
  if (time === null) return undefined;
  const [hours, minutes, seconds] = [Number(time[1]), Number(time[2]), Number(time[3] ?? 0)];
  if (hours > 23 || minutes > 59 || seconds > 60) return undefined;
  const sinceMidnight = ((hours * 60 + minutes) * 60 + seconds) * 1000;
  const date = readDate(text);
  if (date === undefined) return { kind: 'time-of-day', milliseconds: sinceMidnight };
  return { kind: 'moment', milliseconds: date + sinceMidnight };
}

function readDate(text: string): number | undefined {
  const numeric = /(\d{4})[-/](\d{2})[-/](\d{2})/.exec(text);
  if (numeric !== null) return Date.UTC(Number(numeric[1]), Number(numeric[2]) - 1, Number(numeric[3]));
  const year = /\b(\d{4})\b/.exec(text)?.[1];
  const named = new RegExp(`\\b(${month})`, 'i').exec(text)?.[1];
  const day = /(?:^|[^\d:])(\d{1,2})(?=[ /-])/.exec(text)?.[1];
  if (year === undefined || named === undefined || day === undefined) return undefined;
  return Date.UTC(Number(year), MONTHS.indexOf(named.toLowerCase()), Number(day));
}

/** How far apart two readings are, in milliseconds; Infinity for readings of different kinds. */
export function clockDistance(left: ClockReading, right: ClockReading): number {
  if (left.kind !== right.kind) return Number.POSITIVE_INFINITY;
  const distance = Math.abs(left.milliseconds - right.milliseconds);
  return left.kind === 'moment' ? distance : Math.min(distance, 86_400_000 - distance);
}
