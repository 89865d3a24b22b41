import { useTranslation } from 'react-i18next';
import { formatBytes } from '../components/format-bytes.ts';
import type { ProgressEvent } from './job-state.ts';

/** Says how far a step is: `12.4 MB of 48.7 MB`, `31 probes`; nothing where nothing was counted yet. */
export function useProgressText(): (event: ProgressEvent) => string {
  const { t, i18n } = useTranslation();
  return ({ unit, done, total }) => {
    if (unit === 'bytes') {
      const size = formatBytes(done, i18n.language);
      return total === undefined
        ? size
        : t('jobs.unit.bytes', { done: size, total: formatBytes(total, i18n.language) });
    }
    if (total === undefined && done === 0) return '';
    if (total === undefined) return t(`jobs.unit.${unit}Open`, { count: done });
    return t(`jobs.unit.${unit}`, { done, count: total });
  };
}
