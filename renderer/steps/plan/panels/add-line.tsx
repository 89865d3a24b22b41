import { Button, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';

interface AddLineProps {
  label: string;
  help?: string;
  button: string;
  /** Said of what is typed and not valid. */
  wrong?: string;
  isValid: (text: string) => boolean;
  onAdd: (text: string) => void;
}

/** A field and a button that add one thing to a list. */
export function AddLine({ label, help, button, wrong, isValid, onAdd }: AddLineProps) {
  const [text, setText] = useState('');
  const add = (event: FormEvent) => {
    event.preventDefault();
    if (!isValid(text)) return;
    onAdd(text);
    setText('');
  };
  return (
    <form onSubmit={add}>
      <TextInput
        size="xs"
        label={label}
        description={help}
        value={text}
        error={text === '' || isValid(text) ? undefined : wrong}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <Button type="submit" size="xs" variant="default" mt={6} disabled={!isValid(text)}>
        {button}
      </Button>
    </form>
  );
}
