import { Text } from '@mantine/core';
import { IconCircleCheck } from '@tabler/icons-react';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Gap } from '../../../../shared/model/facts.ts';
import { EmptyState } from '../../../components/empty-state.tsx';
import { VirtualTable } from '../../../components/virtual-table/virtual-table.tsx';
import { useSay } from '../../../i18n/said.tsx';
import type { ViewProps } from './view-props.ts';

/** What could not be read, why, and how to allow it. */
export function GapsView({ facts: { gaps } }: ViewProps) {
  const { t } = useTranslation();
  const say = useSay();
  const columns = useMemo(
    () => [
      { id: 'subject', header: t('inventory.gaps.subject'), value: (gap: Gap) => say(gap.subject), mono: true },
      {
        id: 'reason',
        header: t('inventory.gaps.reason'),
        value: (gap: Gap) => t(`inventory.gaps.reasons.${gap.reason}`),
        width: 220,
        filter: 'choice' as const,
      },
      { id: 'hint', header: t('inventory.gaps.hint'), value: (gap: Gap) => say(gap.hint ?? '') },
    ],
    [t, say],
  );
  if (gaps.length === 0) {
    return (
      <EmptyState
        icon={<IconCircleCheck size={28} />}
        title={t('inventory.gaps.none.title')}
        text={t('inventory.gaps.none.text')}
      />
    );
  }
  return (
    <>
      <Text size="sm" mb="xs">
        {t('inventory.gaps.lead', { count: gaps.length })}
      </Text>
      <VirtualTable
        label={t('inventory.tabs.gaps')}
        rows={gaps}
        columns={columns}
        rowKey={(gap) => `${gap.probe} ${gap.subject} ${gap.reason}`}
      />
    </>
  );
}
