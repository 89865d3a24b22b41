/** A share of one core: of little, with a digit more, so that an axis does not show the same figure twice. */
export function formatPercent(value: number, language: string): string {
  const digits = Math.abs(value) < 10 && Math.round(value * 10) % 10 !== 0 ? 1 : 0;
  const fraction = { minimumFractionDigits: digits, maximumFractionDigits: digits };
  return `${new Intl.NumberFormat(language, fraction).format(value)} %`;
}
