import { NumberInput, type NumberInputProps } from '@mantine/core';
import { useEffect, useState } from 'react';

interface Props extends Omit<NumberInputProps, 'value' | 'onChange'> {
  value: number;
  onCommit: (value: number) => void;
}

/** A number that counts when the field is left: typing 512 is one change, not three. */
export function DraftNumber({ value, onCommit, ...input }: Props) {
  const [draft, setDraft] = useState<number | string>(value);
  useEffect(() => setDraft(value), [value]);
  const commit = () => {
    if (typeof draft === 'number' && draft !== value) onCommit(draft);
    else setDraft(value);
  };
  return <NumberInput {...input} value={draft} onChange={setDraft} onBlur={commit} clampBehavior="strict" />;
}
