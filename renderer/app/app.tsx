import { MantineProvider } from '@mantine/core';
import { ModalsProvider } from '@mantine/modals';
import { Notifications } from '@mantine/notifications';
import { useEffect } from 'react';
import { EngineProvider, type Session } from '../engine/engine-provider.tsx';
import { LostEngine } from '../engine/lost-engine.tsx';
import { QuestionDialog } from '../jobs/questions/question-dialog.tsx';
import { PathDialog } from '../shell/path-dialog.tsx';
import { CommandPalette } from './commands/command-palette.tsx';
import { ShortcutsHelp } from './commands/shortcuts-help.tsx';
import { useShortcuts } from './commands/use-shortcuts.ts';
import { CrashPage } from './crash-page.tsx';
import { CurrentStep } from './current-step.tsx';
import { ErrorBoundary } from './error-boundary.tsx';
import { fetchAhead } from './fetch-ahead.ts';
import { useJobNotices } from './job-notices.ts';
import { Layout } from './layout/layout.tsx';
import { mirrorLocation } from './navigation/navigation.ts';
import { useProjectPlace } from './navigation/use-project-place.ts';
import { useAppliedPreferences } from './settings/preferences.ts';
import { resolveVariables, theme } from './theme/theme.ts';
import { useAskBeforeUnload } from './use-ask-before-unload.ts';
import { useShellCommands } from './use-shell-commands.ts';
import { useSweep } from './use-sweep.ts';

/** The whole app, over a connection to the engine. */
export function App({ session }: { session: Session }) {
  return (
    <MantineProvider theme={theme} cssVariablesResolver={resolveVariables} defaultColorScheme="auto">
      <ErrorBoundary fallback={(error) => <CrashPage error={error} />}>
        <EngineProvider session={session}>
          <ModalsProvider>
            <Frame />
            <LostEngine onLost={session.onLost} />
          </ModalsProvider>
        </EngineProvider>
      </ErrorBoundary>
    </MantineProvider>
  );
}

function Frame() {
  useAppliedPreferences();
  useShortcuts();
  useShellCommands();
  useProjectPlace();
  useJobNotices();
  useSweep();
  useAskBeforeUnload();
  useEffect(mirrorLocation, []);
  useEffect(fetchAhead, []);
  return (
    <>
      <Notifications position="bottom-right" autoClose={6000} />
      <CommandPalette />
      <ShortcutsHelp />
      <QuestionDialog />
      <PathDialog />
      <Layout>
        <CurrentStep />
      </Layout>
    </>
  );
}
