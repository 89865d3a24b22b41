import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useMemo } from 'react';
import type { ProjectFile } from '../../../shared/model/project-file.ts';
import type { Monaco } from '../../editor/monaco-api.ts';
import { createMonacoDocuments } from '../../editor/monaco-documents.ts';
import { useEngine } from '../../engine/engine-provider.tsx';
import { noteUnsaved } from '../../project/unsaved.ts';
import { openDraftStore } from './session/draft-store.ts';
import { createEditSession, type EditSession } from './session/edit-session.ts';
import { dirtyPaths } from './session/edit-state.ts';
import { readTabs, writeTabs } from './session/kept-tabs.ts';

/** Who comes for the first time sees what it is all about. */
function firstTabs(files: readonly ProjectFile[]) {
  const dockerfile = files.find(({ path }) => /^workloads\/[^/]+\/Dockerfile$/.test(path));
  return { tabs: dockerfile === undefined ? [] : [dockerfile.path], active: dockerfile?.path };
}

/** The session of the open project: finds what was left, with a file in front that was asked for, and leaves it so again. */
export function useEditSession(
  monaco: Monaco,
  directory: string,
  files: readonly ProjectFile[],
  asked: string | undefined,
): EditSession {
  const client = useEngine();
  const queries = useQueryClient();
  const session = useMemo(
    () =>
      createEditSession({
        files: client.files,
        directory,
        documents: createMonacoDocuments(monaco, directory),
        drafts: openDraftStore(),
        onWritten: (path) => {
          void queries.invalidateQueries({ queryKey: ['files', directory] });
          // Whoever edits the plan's file changes the plan.
          if (path === 'slipway.yaml') void queries.invalidateQueries({ queryKey: ['plan', directory] });
        },
      }),
    [client, queries, monaco, directory],
  );

  // biome-ignore lint/correctness/useExhaustiveDependencies: which files there are counts for the first visit alone
  useEffect(() => {
    const { tabs, active } = readTabs(localStorage, directory) ?? firstTabs(files);
    void session.restore(asked === undefined ? tabs : [...tabs, asked], asked ?? active);
    const stop = session.store.subscribe((state) => {
      writeTabs(localStorage, directory, state);
      noteUnsaved(directory, dirtyPaths(state).length);
    });
    const flush = () => void session.keepDrafts();
    addEventListener('pagehide', flush);
    document.addEventListener('visibilitychange', flush);
    return () => {
      stop();
      removeEventListener('pagehide', flush);
      document.removeEventListener('visibilitychange', flush);
      void session.leave();
    };
  }, [session, directory]);
  return session;
}
