import type { ReactNode } from 'react';
import { useEffect } from 'react';
import { create } from 'zustand';

/** Something that can be done from the command list. */
export interface Command {
  id: string;
  label: string;
  /** Heading that it stands under. */
  group: string;
  icon?: ReactNode;
  /** Shown at the right. */
  keys?: string;
  run(): void;
}

interface CommandState {
  shortcutsShown: boolean;
  showShortcuts(shown: boolean): void;
  /** Commands of the step that is on the screen. */
  stepCommands: readonly Command[];
}

export const useCommandState = create<CommandState>((set) => ({
  shortcutsShown: false,
  showShortcuts: (shortcutsShown) => set({ shortcutsShown }),
  stepCommands: [],
}));

/** Offers a step's own commands in the list for as long as the step is shown. Keep the array the same between renderings. */
export function useStepCommands(commands: readonly Command[]): void {
  useEffect(() => {
    useCommandState.setState({ stepCommands: commands });
    return () => {
      if (useCommandState.getState().stepCommands === commands) useCommandState.setState({ stepCommands: [] });
    };
  }, [commands]);
}
