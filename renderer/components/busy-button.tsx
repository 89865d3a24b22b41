import { Button, type ButtonProps } from '@mantine/core';
import type { ComponentPropsWithRef, MouseEvent } from 'react';

type BusyButtonProps = ButtonProps & Omit<ComponentPropsWithRef<'button'>, keyof ButtonProps>;

/**
 * A button whose work can ask something: while it is `loading` it does nothing, but stays where the focus is. Mantine's
 * own is disabled then, loses the focus, and whoever answered with the keyboard ends up at the top of the page.
 */
export function BusyButton({ loading = false, onClick, ...props }: BusyButtonProps) {
  function click(event: MouseEvent<HTMLButtonElement>) {
    if (loading) event.preventDefault();
    else onClick?.(event);
  }
  return (
    <Button
      {...props}
      loading={loading}
      renderRoot={(root) => (
        <button {...root} disabled={props.disabled} aria-disabled={loading || undefined} onClick={click} />
      )}
    />
  );
}
