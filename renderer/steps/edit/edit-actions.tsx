import { Button, Switch, Tooltip } from '@mantine/core';
import { IconArrowRight, IconDeviceFloppy } from '@tabler/icons-react';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { commandKey } from '../../app/commands/command-key.ts';
import { useNavigation } from '../../app/navigation/navigation.ts';
import { Changing, useReadOnly } from '../../project/read-only.tsx';
import { dirtyPaths } from './session/edit-state.ts';
import { useEditState, useView, useWorkbench } from './workbench-context.tsx';

const AUTOSAVE_MS = 1000;

/** What concerns all files: saving. */
export function EditActions() {
  const { t } = useTranslation();
  const { session, view } = useWorkbench();
  const dirty = useEditState((state) => dirtyPaths(state).length);
  const autosave = useView((state) => state.autosave);
  useAutosave(autosave);
  return (
    <>
      <Switch
        size="xs"
        label={t('edit.action.autosave')}
        checked={autosave}
        onChange={(event) => view.setState({ autosave: event.currentTarget.checked })}
      />
      <Changing>
        <Tooltip label={commandKey('S')}>
          <Button
            variant="default"
            size="xs"
            leftSection={<IconDeviceFloppy size={15} />}
            disabled={dirty === 0}
            onClick={() => void session.saveAll()}
          >
            {t('edit.action.saveAll')}
            {dirty === 0 ? '' : ` (${dirty})`}
          </Button>
        </Tooltip>
      </Changing>
    </>
  );
}

/** The way to the next step, once everything is saved. */
export function EditNext() {
  const { t } = useTranslation();
  const { session } = useWorkbench();
  const goTo = useNavigation((navigation) => navigation.goTo);
  const isLocked = useReadOnly() !== undefined;

  async function leave() {
    await session.saveAll();
    const [unsaved] = dirtyPaths(session.store.getState());
    if (isLocked || unsaved === undefined) goTo('run');
    // It says there what has to be chosen.
    else session.activate(unsaved);
  }

  return (
    <Button rightSection={<IconArrowRight size={16} />} onClick={() => void leave()}>
      {t('common.continueTo', { step: t('app.steps.run') })}
    </Button>
  );
}

/** Saves a moment after the last change. */
function useAutosave(on: boolean) {
  const { session } = useWorkbench();
  useEffect(() => {
    if (!on) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const stop = session.documents.onChange(() => {
      clearTimeout(timer);
      timer = setTimeout(() => void session.saveAll(), AUTOSAVE_MS);
    });
    void session.saveAll();
    return () => {
      stop();
      clearTimeout(timer);
    };
  }, [on, session]);
}
