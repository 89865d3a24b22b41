import { ActionIcon, Alert, Anchor, Group, Text, Tooltip } from '@mantine/core';
import { useHotkeys } from '@mantine/hooks';
import { IconArrowBackUp, IconArrowForwardUp } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { commandKey } from '../../app/commands/command-key.ts';
import { useNavigation } from '../../app/navigation/navigation.ts';
import { ErrorCard } from '../../components/error-card.tsx';
import { Changing } from '../../project/read-only.tsx';
import { usePlanEditor } from './plan-context.tsx';
import { useDecide } from './use-decide.ts';

/** Undo, redo, and whether everything is saved. */
export function PlanToolbar() {
  const { t } = useTranslation();
  const editor = usePlanEditor();
  const { history, saving } = useStore(editor.store);
  const undone = history.past.at(-1)?.label;
  const redone = history.future[0]?.label;
  useHotkeys([
    ['mod+Z', editor.undo],
    ['mod+shift+Z', editor.redo],
    ['mod+Y', editor.redo],
  ]);
  const undoLabel = undone === undefined ? t('plan.undo') : t('plan.undoWhat', { what: undone });
  const redoLabel = redone === undefined ? t('plan.redo') : t('plan.redoWhat', { what: redone });
  return (
    <Group gap="xs">
      <Text size="sm" c={saving === 'failed' ? 'red' : 'dimmed'} aria-live="polite">
        {t(`plan.saving.${saving}`)}
      </Text>
      <Tooltip label={`${undoLabel} (${commandKey('Z')})`}>
        <ActionIcon
          variant="default"
          size="lg"
          aria-label={undoLabel}
          disabled={undone === undefined}
          onClick={editor.undo}
        >
          <IconArrowBackUp size={18} />
        </ActionIcon>
      </Tooltip>
      <Tooltip label={`${redoLabel} (${commandKey('Shift Z')})`}>
        <ActionIcon
          variant="default"
          size="lg"
          aria-label={redoLabel}
          disabled={redone === undefined}
          onClick={editor.redo}
        >
          <IconArrowForwardUp size={18} />
        </ActionIcon>
      </Tooltip>
    </Group>
  );
}

/** What a change brought about that the person must know: it could not be saved, or it meets an edit. */
export function PlanNotices() {
  const { t } = useTranslation();
  const editor = usePlanEditor();
  const goTo = useNavigation((navigation) => navigation.goTo);
  const { error, conflicts } = useStore(editor.store);
  const { job } = useDecide();
  return (
    <>
      {job.error === undefined || job.status === 'cancelled' ? null : (
        <Changing>
          <ErrorCard error={job.error} onRetry={job.retry} />
        </Changing>
      )}
      {error === undefined ? null : (
        <Changing>
          <ErrorCard error={error} onRetry={editor.retry} />
        </Changing>
      )}
      {conflicts.length === 0 ? null : (
        <Alert color="amber" title={t('plan.conflicts', { count: conflicts.length })}>
          <Text size="sm">{conflicts.join(', ')}</Text>
          <Anchor component="button" type="button" size="sm" onClick={() => goTo('edit')}>
            {t('plan.resolve')}
          </Anchor>
        </Alert>
      )}
    </>
  );
}
