import type { editor } from 'monaco-editor/editor';
import { useEffect, useState } from 'react';

const QUIET_MS = 250;

/** What is read out of a model, a moment after it changed last. Keep `read` the same function between renderings. */
export function useModelValue<Value>(model: editor.ITextModel, read: (model: editor.ITextModel) => Value): Value {
  const [held, setHeld] = useState(() => ({ model, read, value: read(model) }));
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const update = () => setHeld({ model, read, value: read(model) });
    update();
    const subscription = model.onDidChangeContent(() => {
      clearTimeout(timer);
      timer = setTimeout(update, QUIET_MS);
    });
    return () => {
      clearTimeout(timer);
      subscription.dispose();
    };
  }, [model, read]);
  // Another model is shown from its first rendering on, not only after the effect.
  return held.model === model && held.read === read ? held.value : read(model);
}
