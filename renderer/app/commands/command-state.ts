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

/** Does what the step at hand offers under that name; false where it offers no such thing. */
export function runStepCommand(id: string): boolean {
  const command = useCommandState.getState().stepCommands.find((offered) => offered.id === id);
  command?.run();
  return command !== undefined;
}

/** Offers a step's own commands in the list for as long as the step is shown. Keep the array the same between renderings. */
export function useStepCommands(commands: readonly Command[]): void {
  useEffect(() => {
    useCommandState.setState({ stepCommands: commands });
    return () => {
      if (useCommandState.getState().stepCommands === commands) useCommandState.setState({ stepCommands: [] });
    };
  }, [commands]);
}
