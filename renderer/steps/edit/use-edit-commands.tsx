import { IconDeviceFloppy, IconFilePlus, IconFileSearch, IconSearch } from '@tabler/icons-react';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { commandKey } from '../../app/commands/command-key.ts';
import { type Command, useStepCommands } from '../../app/commands/command-state.ts';
import { useReadOnly } from '../../project/read-only.tsx';
import { findInFile } from './find-in-file.ts';
import { openQuickOpen } from './quick-open/quick-open.tsx';
import { useWorkbench } from './workbench-context.tsx';

/** What the step adds to the app's list of commands. */
export function useEditCommands(findInFiles: () => void): void {
  const { t } = useTranslation();
  const { monaco, directory, session, view } = useWorkbench();
  const isLocked = useReadOnly() !== undefined;
  const commands = useMemo((): Command[] => {
    const group = t('edit.title');
    const changing = [
      {
        id: 'edit-save-all',
        group,
        label: t('edit.action.saveAll'),
        icon: <IconDeviceFloppy size={18} />,
        keys: commandKey('Shift S'),
        run: () => void session.saveAll(),
      },
      {
        id: 'edit-new-file',
        group,
        label: t('edit.side.newFile'),
        icon: <IconFilePlus size={18} />,
        run: () => view.setState({ dialog: { kind: 'new-file' } }),
      },
    ];
    return [
      {
        id: 'edit-quick-open',
        group,
        label: t('edit.action.quickOpen'),
        icon: <IconFileSearch size={18} />,
        keys: commandKey('P'),
        run: openQuickOpen,
      },
      {
        id: 'find',
        group,
        label: t('edit.action.find'),
        icon: <IconSearch size={18} />,
        keys: commandKey('F'),
        run: () => findInFile(monaco, directory, session.store.getState().active),
      },
      {
        id: 'find-in-files',
        group,
        label: t('edit.side.search'),
        icon: <IconSearch size={18} />,
        keys: commandKey('Shift F'),
        run: findInFiles,
      },
      ...(isLocked ? [] : changing),
    ];
  }, [t, monaco, directory, session, view, findInFiles, isLocked]);
  useStepCommands(commands);
}
