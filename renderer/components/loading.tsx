import { Skeleton, VisuallyHidden } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import classes from './loading.module.css';

/** Stands where something comes: as many lines as it will have, about. */
export function Loading({ lines = 3, height = 16 }: { lines?: number; height?: number }) {
  const { t } = useTranslation();
  return (
    <div role="status" className={classes.loading}>
      <VisuallyHidden>{t('common.loading')}</VisuallyHidden>
      {Array.from({ length: lines }, (_line, index) => `line-${index}`).map((key, index) => (
        <Skeleton key={key} height={height} width={`${[92, 76, 84, 61][index % 4]}%`} radius="sm" />
      ))}
    </div>
  );
}
