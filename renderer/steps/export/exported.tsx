import { Group, Text } from '@mantine/core';
import { IconCircleCheck } from '@tabler/icons-react';
import type { PropsWithChildren, ReactNode } from 'react';
import classes from './export.module.css';

/** What left the machine, and what to do with it now. */
export function Exported({ text, children }: PropsWithChildren<{ text: ReactNode }>) {
  return (
    <Group gap="sm" wrap="nowrap" className={classes.exported}>
      <IconCircleCheck size={20} aria-hidden className={classes.good} />
      <Text size="sm" role="status" flex={1}>
        {text}
      </Text>
      {children}
    </Group>
  );
}
