import { useTranslation } from 'react-i18next';
import { formatBytes, numberFormat } from './format-bytes.ts';

/** A size in the person's notation, exact in the tooltip. */
export function Bytes({ value }: { value: number }) {
  const { i18n } = useTranslation();
  return (
    <span title={numberFormat(i18n.language, 0).format(value)} style={{ fontVariantNumeric: 'tabular-nums' }}>
      {formatBytes(value, i18n.language)}
    </span>
  );
}
