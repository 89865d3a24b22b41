import {
  IconAlertTriangle,
  IconDeviceFloppy,
  IconFilePlus,
  IconFileSearch,
  IconSearch,
  IconWand,
} from '@tabler/icons-react';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { altKey, commandKey } from '../../app/commands/command-key.ts';
import { type Command, useStepCommands } from '../../app/commands/command-state.ts';
import { useStable } from '../../components/use-stable.ts';
import { useReadOnly } from '../../project/read-only.tsx';
import { findInFile, formatFile } from './file-actions.ts';
import { useGoToProblem } from './problems/use-problem-keys.ts';
import { openQuickOpen } from './quick-open/quick-open.tsx';
import { useWorkbench } from './workbench-context.tsx';

/** What the step adds to the app's list of commands. */
export function useEditCommands(findInFiles: () => void): void {
  const { t } = useTranslation();
  const { monaco, directory, session, view } = useWorkbench();
  const isLocked = useReadOnly() !== undefined;
  const goToProblem = useStable(useGoToProblem());
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
        id: 'edit-format',
        group,
        label: t('edit.action.format'),
        icon: <IconWand size={18} />,
        keys: altKey('Shift F'),
        run: () => formatFile(monaco, directory, session.store.getState().active),
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
      {
        id: 'edit-next-problem',
        group,
        label: t('edit.action.nextProblem'),
        icon: <IconAlertTriangle size={18} />,
        keys: 'F8',
        run: () => goToProblem('next'),
      },
      ...(isLocked ? [] : changing),
    ];
  }, [t, monaco, directory, session, view, findInFiles, isLocked, goToProblem]);
  useStepCommands(commands);
}
