import { Checkbox, Group, Text } from '@mantine/core';
import type { PropsWithChildren } from 'react';
import { useTranslation } from 'react-i18next';
import { formatBytes } from '../../../components/format-bytes.ts';
import { useProject } from '../../../project/project.ts';
import type { Order, Weight } from '../files/file-tree.ts';

interface Props {
  weight: Weight | undefined;
  order: Order;
  onOrder: (order: Order) => void;
}

/** What the image gains, said anew at every change, and how the files are listed. */
export function FilesSummary({ weight, order, onOrder, children }: PropsWithChildren<Props>) {
  const { t, i18n } = useTranslation();
  const { lastRun } = useProject();
  const size = weight === undefined ? '…' : formatBytes(weight.bytes, i18n.language);
  return (
    <Group gap="sm" my="xs">
      <Text size="sm" fw={600} aria-live="polite" w="100%">
        {t('plan.files.total', { count: weight?.files ?? 0, size })}
        {lastRun === undefined ? ` ${t('plan.files.atMost')}` : null}
      </Text>
      <Checkbox
        size="xs"
        label={t('plan.files.large')}
        checked={order === 'size'}
        onChange={(event) => onOrder(event.currentTarget.checked ? 'size' : 'name')}
      />
      {children}
    </Group>
  );
}
