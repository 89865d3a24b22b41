import { TextInput, type TextInputProps } from '@mantine/core';
import { useEffect, useState } from 'react';

interface Props extends Omit<TextInputProps, 'value' | 'onChange'> {
  value: string;
  isValid?: (text: string) => boolean;
  onCommit: (text: string) => void;
}

/** A text that counts when it is finished (Enter, or leaving the field); Escape takes it back. One change, one undo. */
export function DraftInput({ value, isValid = () => true, onCommit, ...input }: Props) {
  const [draft, setDraft] = useState(value);
  useEffect(() => setDraft(value), [value]);
  const wrong = draft !== value && !isValid(draft);
  const commit = () => {
    if (draft !== value && isValid(draft)) onCommit(draft);
  };
  return (
    <TextInput
      {...input}
      value={draft}
      error={wrong ? (input.error ?? true) : undefined}
      onChange={(event) => setDraft(event.currentTarget.value)}
      onBlur={commit}
      onKeyDown={(event) => {
        if (event.key === 'Enter') commit();
        if (event.key === 'Escape') setDraft(value);
      }}
    />
  );
}
