import { createContext, type PropsWithChildren, useContext } from 'react';
import classes from './read-only.module.css';

const ReadOnlyContext = createContext<string | undefined>(undefined);

/** Says of everything in it why nothing of the project can be changed; without a reason, all can. */
export function ReadOnlyProvider({ reason, children }: PropsWithChildren<{ reason: string | undefined }>) {
  return <ReadOnlyContext value={reason}>{children}</ReadOnlyContext>;
}

/** Why nothing can be changed now, for what is no control: an editor, a shortcut, a tree's boxes. */
export function useReadOnly(): string | undefined {
  return useContext(ReadOnlyContext);
}

/**
 * Around the controls that change the project: while it can only be looked at, the browser itself disables them all, the
 * pointer is told why by a tooltip, and a screen reader by the group's name. No box of its own in any layout.
 */
export function Changing({ children }: PropsWithChildren) {
  const reason = useReadOnly();
  return (
    <fieldset
      className={classes.changing}
      disabled={reason !== undefined}
      title={reason}
      // A group only where there is something to say about it.
      role={reason === undefined ? 'presentation' : 'group'}
    >
      {reason === undefined ? null : <legend className={classes.reason}>{reason}</legend>}
      {children}
    </fieldset>
  );
}
