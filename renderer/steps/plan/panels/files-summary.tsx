import { Button, Checkbox, Group, Text } from '@mantine/core';
import { IconRefresh } from '@tabler/icons-react';
import type { PropsWithChildren } from 'react';
import { useTranslation } from 'react-i18next';
import { Changing } from '../../../project/read-only.tsx';
import type { Order, Weight } from '../files/file-tree.ts';
import { useGainSize } from '../files/use-gain-size.ts';
import classes from '../plan.module.css';

interface Props {
  weight: Weight | undefined;
  order: Order;
  onOrder: (order: Order) => void;
  /** Looks at the files on the server anew. */
  onLook: () => void;
}

/** What the image gains, said anew at every change, and how the files are listed. */
export function FilesSummary({ weight, order, onOrder, onLook, children }: PropsWithChildren<Props>) {
  const { t } = useTranslation();
  const size = useGainSize(weight) ?? '…';
  return (
    <>
      <Group gap="sm" justify="space-between" wrap="nowrap">
        <Text size="sm" fw={600} aria-live="polite" className={classes.total}>
          {t('plan.files.total', { count: weight?.files ?? 0, size })}
        </Text>
        <Changing>
          <Button size="compact-sm" variant="subtle" leftSection={<IconRefresh size={14} />} onClick={onLook}>
            {t('plan.files.lookAgain')}
          </Button>
        </Changing>
      </Group>
      {weight?.isEstimate ? (
        <Text size="xs" c="dimmed">
          {t('plan.files.estimate')}
        </Text>
      ) : null}
      <Group gap="sm" my="xs" justify="space-between">
        {children}
        <Checkbox
          size="xs"
          label={t('plan.files.large')}
          checked={order === 'size'}
          onChange={(event) => onOrder(event.currentTarget.checked ? 'size' : 'name')}
        />
      </Group>
    </>
  );
}
