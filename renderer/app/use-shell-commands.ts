import { spotlight } from '@mantine/spotlight';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import type { ShellCommand } from '../../shared/model/shell.ts';
import { useEngine } from '../engine/engine-provider.tsx';
import { useChooseProject, useOpenProject } from '../project/open-project.ts';
import { useOptionalProject } from '../project/project.ts';
import { runStepCommand, useCommandState } from './commands/command-state.ts';
import { focusSearch } from './commands/focus-search.ts';
import { useNavigation } from './navigation/navigation.ts';
import { type Step, stepState, steps } from './navigation/steps.ts';
import { offerNewProject, useOffered } from './offered.ts';
import { preferencesKey } from './settings/preferences.ts';

/** Does what the menu, a link or the file manager asks, for as long as the page is there. */
export function useShellCommands(): void {
  const client = useEngine();
  const obey = useObey();
  // The stream is opened once; what it calls may change with the project and the language.
  const latest = useRef(obey);
  useEffect(() => {
    latest.current = obey;
  });
  useEffect(() => {
    const abort = new AbortController();
    async function listen() {
      for await (const command of await client.shell.commands(undefined, { signal: abort.signal })) {
        latest.current(command);
      }
    }
    // The stream ends with the page or the engine; a lost engine shows by itself.
    listen().catch(() => {});
    return () => abort.abort();
  }, [client]);
}

function useObey(): (command: ShellCommand) => void {
  const openPath = useOpenProject();
  const choose = useChooseProject();
  const queries = useQueryClient();
  const project = useOptionalProject();
  const { goTo, leaveProject, step } = useNavigation();

  function go(wanted: Step | undefined) {
    if (wanted !== undefined && stepState(wanted, project).kind !== 'blocked') goTo(wanted);
  }

  return (command) => {
    switch (command.command) {
      case 'new-project':
        goTo('start');
        return offerNewProject();
      case 'open-project':
        return void choose();
      case 'open-path':
        return void openPath(command.path);
      case 'connect-to':
        useOffered.setState({ target: command.target, creating: project === undefined });
        return go(project === undefined ? 'start' : 'connect');
      case 'close-project':
        return leaveProject();
      case 'go':
        return go(command.to);
      case 'next-step':
        return go(steps[steps.indexOf(step) + 1]);
      case 'previous-step':
        return go(steps[steps.indexOf(step) - 1]);
      case 'find':
      case 'find-in-files':
        // A step that has a search of its own says so by a command of that name.
        return runStepCommand(command.command) ? undefined : focusSearch();
      case 'command-palette':
      case 'preferences':
        return spotlight.open();
      case 'shortcuts':
        return useCommandState.getState().showShortcuts(true);
      case 'preferences-changed':
        queries.setQueryData(preferencesKey, command.preferences);
    }
  };
}
