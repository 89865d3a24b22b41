import type { editor } from 'monaco-editor/editor';
import { useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { FileContent, ProjectFile } from '../../../shared/model/project-file.ts';
import { CodeEditor } from '../../editor/code-editor.tsx';
import { DiffEditor } from '../../editor/diff-editor.tsx';
import { largeText } from '../../editor/monaco-documents.ts';
import { useReadOnly } from '../../project/read-only.tsx';
import { ChangedOnDisk } from './changed-on-disk.tsx';
import { ConflictBar } from './conflict-bar.tsx';
import { EditorToolbar } from './editor-toolbar.tsx';
import { GoneFromDisk } from './gone-from-disk.tsx';
import type { OpenFile } from './session/edit-state.ts';
import { isRecord } from './tree/file-state.ts';
import { useConflicts } from './use-conflicts.ts';
import { useCursor, useTarget } from './use-cursor.ts';
import { useDecorations } from './use-decorations.ts';
import { useReasons } from './why/use-reasons.ts';
import { WhyPanel } from './why/why-panel.tsx';
import classes from './workbench.module.css';
import { useView, useWorkbench } from './workbench-context.tsx';

interface FileViewProps {
  path: string;
  file: OpenFile;
  disk: FileContent;
  listed: ProjectFile | undefined;
  model: editor.ITextModel;
}

/** A text with everything that belongs to it: tools, conflicts, the text or its changes, the reasons. */
export function FileView({ path, file, disk, listed, model }: FileViewProps) {
  const { t } = useTranslation();
  const { monaco } = useWorkbench();
  const [code, setCode] = useState<editor.IStandaloneCodeEditor>();
  const [diff, setDiff] = useState<editor.IStandaloneDiffEditor>();
  const compare = useView((state) => state.compare);
  const inline = useView((state) => state.inline);
  const why = useView((state) => state.why);
  const conflicts = useConflicts(model);
  const reasons = useReasons(path, model, disk.generated, conflicts);
  const record = isRecord(listed, disk.generated);
  const large = model.getValueLength() > largeText;
  const original = compare === 'generated' ? disk.generated : compare === 'disk' ? file.newer?.text : undefined;

  useDecorations(code, model, reasons, conflicts);
  useCursor(code, model);
  useTarget(code, path);
  const onCode = useCallback((editor: editor.IStandaloneCodeEditor | undefined) => setCode(editor), []);
  const onDiff = useCallback((editor: editor.IStandaloneDiffEditor | undefined) => setDiff(editor), []);

  const readOnly = record || large;
  const locked = useReadOnly() !== undefined;
  return (
    <>
      <EditorToolbar path={path} file={file} disk={disk} listed={listed} code={code} diff={diff} readOnly={readOnly} />
      {file.newer === undefined ? null : <ChangedOnDisk path={path} />}
      {file.gone === true ? <GoneFromDisk path={path} /> : null}
      {conflicts.length === 0 ? null : <ConflictBar path={path} conflicts={conflicts} model={model} />}
      {readOnly ? (
        <p className={classes.notice}>{t(record ? 'edit.file.readOnlyRecord' : 'edit.file.readOnlyLarge')}</p>
      ) : null}
      <div className={classes.text}>
        {original === undefined ? (
          <CodeEditor
            monaco={monaco}
            model={model}
            readOnly={readOnly || locked}
            label={`${path}. ${t('edit.file.leave')}`}
            onEditor={onCode}
          />
        ) : (
          <DiffEditor
            monaco={monaco}
            original={original}
            model={model}
            inline={inline}
            readOnly={readOnly || locked}
            label={`${path}: ${t('edit.diff.label')}`}
            onEditor={onDiff}
          />
        )}
        {why && original === undefined ? <WhyPanel path={path} reasons={reasons} conflicts={conflicts} /> : null}
      </div>
    </>
  );
}
