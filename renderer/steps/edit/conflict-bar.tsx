import { ActionIcon, Button, Tooltip } from '@mantine/core';
import { IconAlertTriangle, IconArrowDown, IconArrowUp } from '@tabler/icons-react';
import type { editor } from 'monaco-editor/editor';
import { useTranslation } from 'react-i18next';
import { type Conflict, type Keep, keeps, neighbor } from '../../editor/conflicts/conflicts.ts';
import { resolveConflict } from '../../editor/conflicts/resolve-conflict.ts';
import { Changing } from '../../project/read-only.tsx';
import classes from './workbench.module.css';
import { useView, useWorkbench } from './workbench-context.tsx';

interface ConflictBarProps {
  path: string;
  conflicts: readonly Conflict[];
  model: editor.ITextModel;
}

/** Leads through the conflicts of a file and resolves the one at the cursor, or the next one. */
export function ConflictBar({ path, conflicts, model }: ConflictBarProps) {
  const { t } = useTranslation();
  const { view } = useWorkbench();
  const line = useView((state) => state.line);
  const here = conflicts.find(({ begin, end }) => begin <= line && line <= end);

  function go(conflict: Conflict | undefined) {
    if (conflict === undefined) return;
    view.setState({ compare: 'off', target: { path, line: conflict.begin, column: 1, length: 0 } });
  }

  function keep(choice: Keep) {
    const conflict = here ?? neighbor(conflicts, line, 'next');
    if (conflict === undefined) return;
    go(conflict);
    resolveConflict(model, conflict, choice);
  }

  return (
    <section className={classes.bar} data-kind="conflict" aria-label={t('edit.conflict.text')}>
      <IconAlertTriangle size={16} aria-hidden />
      <span className={classes.barText}>
        <strong>{t('edit.conflict.count', { count: conflicts.length })}</strong> {t('edit.conflict.text')}
      </span>
      <Tooltip label={t('edit.conflict.previous')}>
        <ActionIcon
          size={26}
          variant="subtle"
          aria-label={t('edit.conflict.previous')}
          onClick={() => go(neighbor(conflicts, line, 'previous'))}
        >
          <IconArrowUp size={16} />
        </ActionIcon>
      </Tooltip>
      <Tooltip label={t('edit.conflict.next')}>
        <ActionIcon
          size={26}
          variant="subtle"
          aria-label={t('edit.conflict.next')}
          onClick={() => go(neighbor(conflicts, line, 'next'))}
        >
          <IconArrowDown size={16} />
        </ActionIcon>
      </Tooltip>
      <Changing>
        {keeps.map((choice) => (
          <Button key={choice} size="compact-xs" variant="default" onClick={() => keep(choice)}>
            {t(`edit.conflict.${choice}`)}
          </Button>
        ))}
      </Changing>
    </section>
  );
}
