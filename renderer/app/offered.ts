import { create } from 'zustand';

interface Offered {
  /** The form for a new project is open. */
  creating: boolean;
  /** A server that a link offered, until the form of the next step has taken it. */
  target: string | undefined;
}

/** What the menu, a link or the command list asks of a step's form. */
export const useOffered = create<Offered>(() => ({ creating: false, target: undefined }));

export function offerNewProject(creating = true): void {
  useOffered.setState({ creating });
}
