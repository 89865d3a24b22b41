import { Badge, Tooltip } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Workload } from '../../shared/model/plan.ts';

export type Grade = Workload['fit']['grade'];

const colors: Record<Grade, string> = { A: 'green', B: 'green', C: 'amber', D: 'amber', E: 'red', F: 'red' };

/** How well a workload suits a container: the letter says it, the color only underlines. */
export function FitBadge({ grade }: { grade: Grade }) {
  const { t } = useTranslation();
  const meaning = t(`components.fit.${grade}`);
  const label = t('components.fit.label', { grade, meaning });
  return (
    <Tooltip label={label}>
      <Badge circle variant="light" color={colors[grade]} size="lg" role="img" aria-label={label}>
        {grade}
      </Badge>
    </Tooltip>
  );
}
