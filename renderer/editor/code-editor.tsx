import type { editor } from 'monaco-editor/editor';
import { useEffect, useRef, useState } from 'react';
import classes from './editor.module.css';
import { editorOptions } from './editor-options.ts';
import type { Monaco } from './monaco-api.ts';

interface CodeEditorProps {
  monaco: Monaco;
  model: editor.ITextModel;
  readOnly: boolean;
  /** What the editor holds, for a screen reader. */
  label: string;
  /** Called with the editor when it is there, and with undefined when it goes. */
  onEditor: (editor: editor.IStandaloneCodeEditor | undefined) => void;
}

/** Where the cursor was and what was scrolled to, for as long as a text lives. */
const viewStates = new WeakMap<editor.ITextModel, editor.ICodeEditorViewState>();

/** One editor that shows one text after the other, each where it was left. */
export function CodeEditor({ monaco, model, readOnly, label, onEditor }: CodeEditorProps) {
  const host = useRef<HTMLDivElement>(null);
  const [created, setCreated] = useState<editor.IStandaloneCodeEditor>();

  useEffect(() => {
    if (created === undefined) return;
    created.setModel(model);
    created.restoreViewState(viewStates.get(model) ?? null);
    return () => rememberView(created);
  }, [created, model]);

  useEffect(() => {
    created?.updateOptions({ readOnly, ariaLabel: label });
  }, [created, readOnly, label]);

  // The last of the effects: what it makes is let go of by those above before it is disposed.
  useEffect(() => {
    if (host.current === null) return;
    const code = monaco.editor.create(host.current, { ...editorOptions, model: null });
    setCreated(code);
    onEditor(code);
    return () => {
      onEditor(undefined);
      rememberView(code);
      code.dispose();
    };
  }, [monaco, onEditor]);

  return <div ref={host} className={classes.editor} />;
}

function rememberView(code: editor.IStandaloneCodeEditor): void {
  const model = code.getModel();
  const view = code.saveViewState();
  if (model !== null && view !== null) viewStates.set(model, view);
}
