import { useTranslation } from 'react-i18next';
import { formatBytes } from '../../../components/format-bytes.ts';
import type { Weight } from './file-tree.ts';

/** What an image gains, as text: only about as much while its files were not fetched; undefined while it is unknown. */
export function useGainSize(weight: Weight | undefined): string | undefined {
  const { t, i18n } = useTranslation();
  if (weight === undefined) return undefined;
  const size = formatBytes(weight.bytes, i18n.language);
  return weight.isEstimate ? t('plan.files.about', { size }) : size;
}
