/**
 * A percentage in the person's notation: of little, with a digit more, so that an axis does not show the same figure
 * twice. Of several cores it is more than a hundred.
 */
export function formatPercent(percent: number, language: string): string {
  const digits = Math.abs(percent) < 10 && Math.round(percent * 10) % 10 !== 0 ? 1 : 0;
  const fraction = { minimumFractionDigits: digits, maximumFractionDigits: digits };
  return new Intl.NumberFormat(language, { style: 'percent', ...fraction }).format(percent / 100);
}
