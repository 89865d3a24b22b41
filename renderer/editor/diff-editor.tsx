import type { editor } from 'monaco-editor/editor';
import { useEffect, useRef, useState } from 'react';
import classes from './editor.module.css';
import { editorOptions } from './editor-options.ts';
import type { Monaco } from './monaco-api.ts';

interface DiffEditorProps {
  monaco: Monaco;
  /** What the text is compared with. */
  original: string;
  /** The text itself, which can be edited here too. */
  model: editor.ITextModel;
  inline: boolean;
  readOnly: boolean;
  label: string;
  onEditor: (editor: editor.IStandaloneDiffEditor | undefined) => void;
}

export function DiffEditor({ monaco, original, model, inline, readOnly, label, onEditor }: DiffEditorProps) {
  const host = useRef<HTMLDivElement>(null);
  const [created, setCreated] = useState<editor.IStandaloneDiffEditor>();

  useEffect(() => {
    if (created === undefined) return;
    const before = monaco.editor.createModel(original, model.getLanguageId(), model.uri.with({ scheme: 'generated' }));
    created.setModel({ original: before, modified: model });
    return () => {
      created.setModel(null);
      before.dispose();
    };
  }, [monaco, created, original, model]);

  useEffect(() => {
    created?.updateOptions({ renderSideBySide: !inline, readOnly });
    created?.getOriginalEditor().updateOptions({ ariaLabel: label });
    created?.getModifiedEditor().updateOptions({ ariaLabel: label });
  }, [created, inline, readOnly, label]);

  // The last of the effects: what it makes is let go of by those above before it is disposed.
  useEffect(() => {
    if (host.current === null) return;
    const diff = monaco.editor.createDiffEditor(host.current, {
      ...editorOptions,
      glyphMargin: false,
      originalEditable: false,
      hideUnchangedRegions: { enabled: true },
      renderSideBySideInlineBreakpoint: 520,
    });
    setCreated(diff);
    onEditor(diff);
    return () => {
      onEditor(undefined);
      diff.dispose();
    };
  }, [monaco, onEditor]);

  return <div ref={host} className={classes.editor} />;
}
