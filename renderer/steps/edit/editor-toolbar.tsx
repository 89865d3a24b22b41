import { ActionIcon, Button, SegmentedControl, Tooltip } from '@mantine/core';
import {
  IconArrowBackUp,
  IconArrowDown,
  IconArrowUp,
  IconDeviceFloppy,
  IconGitCompare,
  IconHelpCircle,
  IconTrash,
  IconWand,
} from '@tabler/icons-react';
import type { editor } from 'monaco-editor/editor';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { FileContent, ProjectFile } from '../../../shared/model/project-file.ts';
import { commandKey } from '../../app/commands/command-key.ts';
import { Changing } from '../../project/read-only.tsx';
import type { OpenFile } from './session/edit-state.ts';
import { stateKey } from './tree/file-state.ts';
import classes from './workbench.module.css';
import { useView, useWorkbench } from './workbench-context.tsx';

interface EditorToolbarProps {
  path: string;
  file: OpenFile;
  disk: FileContent;
  listed: ProjectFile | undefined;
  code: editor.IStandaloneCodeEditor | undefined;
  diff: editor.IStandaloneDiffEditor | undefined;
  readOnly: boolean;
}

/** Where one is, whose text it is, and what can be done with this file. */
export function EditorToolbar({ path, file, disk, listed, code, diff, readOnly }: EditorToolbarProps) {
  const { t } = useTranslation();
  const { session, view } = useWorkbench();
  const compare = useView((state) => state.compare);
  const why = useView((state) => state.why);
  const state = listed === undefined ? 'own' : stateKey(listed, file.dirty);
  const own = listed?.state === 'own';
  const generated = disk.generated;
  return (
    <div className={classes.toolbar}>
      <span className={classes.path} title={path}>
        {path}
      </span>
      <span className={classes.badge} data-state={state}>
        {t(`edit.state.${state}`)}
      </span>
      <span className={classes.grow} />
      {compare === 'off' ? null : <DiffTools diff={diff} />}
      {generated === undefined ? null : (
        <Button
          size="compact-xs"
          variant={compare === 'generated' ? 'light' : 'subtle'}
          leftSection={<IconGitCompare size={15} />}
          aria-pressed={compare === 'generated'}
          onClick={() => view.setState({ compare: compare === 'generated' ? 'off' : 'generated' })}
        >
          {t('edit.action.changes')}
        </Button>
      )}
      {readOnly ? null : (
        <Changing>
          <Tool
            label={t('edit.action.format')}
            icon={<IconWand size={16} />}
            disabled={code === undefined}
            onClick={() => void code?.getAction('editor.action.formatDocument')?.run()}
          />
          {generated === undefined ? null : (
            <Tool
              label={t('edit.action.revert')}
              icon={<IconArrowBackUp size={16} />}
              disabled={disk.text === generated && !file.dirty}
              onClick={() => view.setState({ dialog: { kind: 'revert', path } })}
            />
          )}
          {own ? (
            <Tool
              label={t('edit.action.delete')}
              icon={<IconTrash size={16} />}
              onClick={() => view.setState({ dialog: { kind: 'delete', path } })}
            />
          ) : null}
          <Tool
            label={`${t('edit.action.save')} (${commandKey('S')})`}
            icon={<IconDeviceFloppy size={16} />}
            disabled={!file.dirty || file.saving}
            onClick={() => void session.save(path)}
          />
        </Changing>
      )}
      {compare === 'off' ? (
        <Tool
          label={t('edit.action.why')}
          icon={<IconHelpCircle size={16} />}
          pressed={why}
          onClick={() => view.setState({ why: !why })}
        />
      ) : null}
    </div>
  );
}

function DiffTools({ diff }: { diff: editor.IStandaloneDiffEditor | undefined }) {
  const { t } = useTranslation();
  const { view } = useWorkbench();
  const inline = useView((state) => state.inline);
  return (
    <>
      <Tool
        label={t('edit.action.previousChange')}
        icon={<IconArrowUp size={16} />}
        onClick={() => diff?.goToDiff('previous')}
      />
      <Tool
        label={t('edit.action.nextChange')}
        icon={<IconArrowDown size={16} />}
        onClick={() => diff?.goToDiff('next')}
      />
      <SegmentedControl
        size="xs"
        value={inline ? 'inline' : 'side'}
        onChange={(value) => view.setState({ inline: value === 'inline' })}
        data={[
          { value: 'side', label: t('edit.action.sideBySide') },
          { value: 'inline', label: t('edit.action.inline') },
        ]}
      />
    </>
  );
}

interface ToolProps {
  label: string;
  icon: ReactNode;
  onClick(): void;
  disabled?: boolean;
  pressed?: boolean;
}

function Tool({ label, icon, onClick, disabled = false, pressed }: ToolProps) {
  return (
    <Tooltip label={label}>
      <ActionIcon
        className={classes.tool ?? ''}
        size={28}
        variant={pressed === true ? 'light' : 'subtle'}
        {...(pressed === true ? {} : { color: 'gray' })}
        aria-label={label}
        aria-pressed={pressed}
        disabled={disabled}
        onClick={onClick}
      >
        {icon}
      </ActionIcon>
    </Tooltip>
  );
}
