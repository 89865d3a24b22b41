import { Tooltip } from '@mantine/core';
import { IconAlertTriangle, IconCircleFilled, IconLock, IconPencil, IconUser } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import classes from '../workbench.module.css';
import type { FileState } from './file-state.ts';

/** Each state has a shape of its own: color alone says nothing to some. What is as generated is quiet. */
const icons: Readonly<Record<FileState, ReactNode>> = {
  generated: null,
  binary: null,
  edited: <IconPencil size={13} />,
  unsaved: <IconCircleFilled size={9} />,
  conflict: <IconAlertTriangle size={14} />,
  own: <IconUser size={13} />,
  secret: <IconLock size={13} />,
};

/** The state as a mark; its words come with the pointer, and with the name for a screen reader. */
export function StateMark({ state }: { state: FileState }) {
  const { t } = useTranslation();
  const icon = icons[state];
  if (icon === null) return null;
  return (
    <Tooltip label={t(`edit.state.${state}`)} position="right">
      <span className={classes.mark} data-state={state} aria-hidden>
        {icon}
      </span>
    </Tooltip>
  );
}
