import { useQuery } from '@tanstack/react-query';
import { useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { fileRequestFor, forgetFileRequest } from '../../app/navigation/file-request.ts';
import { ErrorCard } from '../../components/error-card.tsx';
import { Loading } from '../../components/loading.tsx';
import { StepPage } from '../../components/step-page.tsx';
import { useEngine } from '../../engine/engine-provider.tsx';
import { toErrorData } from '../../engine/error-data.ts';
import { planQuery } from '../../project/plan.ts';
import { useProject } from '../../project/project.ts';
import { useReadOnly } from '../../project/read-only.tsx';
import { EditActions, EditNext } from './edit-actions.tsx';
import { LanguageNotice } from './language-notice.tsx';
import { lockedSession } from './session/locked-session.ts';
import { useEditSession } from './use-edit-session.ts';
import { type LoadedMonaco, useLoadedMonaco } from './use-loaded-monaco.ts';
import { Workbench } from './workbench.tsx';
import { WorkbenchProvider } from './workbench-context.tsx';
import { createWorkbenchState } from './workbench-state.ts';

/** All files of the project in an editor: what was generated, why, and what was changed since. */
export function EditStep() {
  const { t } = useTranslation();
  const { directory } = useProject();
  const client = useEngine();
  const monaco = useLoadedMonaco();
  const files = useQuery({
    queryKey: ['files', directory],
    queryFn: () => client.files.list({ directory }),
    // Another program, or a run in the background, may have changed them.
    refetchOnMount: 'always',
    refetchOnWindowFocus: 'always',
    // A list that says the same is news, too: the texts may have changed.
    structuralSharing: false,
  });
  const failed = monaco.error ?? files.error;
  if (failed !== null) {
    const retry = () => void (monaco.error === null ? files.refetch() : monaco.refetch());
    return (
      <StepPage title={t('edit.title')} layout="fill">
        <ErrorCard error={toErrorData(failed)} onRetry={retry} />
      </StepPage>
    );
  }
  if (monaco.data === undefined || files.data === undefined) {
    return (
      <StepPage title={t('edit.title')} layout="fill">
        <Loading lines={8} />
      </StepPage>
    );
  }
  return <LoadedStep loaded={monaco.data} directory={directory} files={files.data} />;
}

interface LoadedStepProps {
  loaded: LoadedMonaco;
  directory: string;
  files: Awaited<ReturnType<ReturnType<typeof useEngine>['files']['list']>>;
}

function LoadedStep({ loaded, directory, files }: LoadedStepProps) {
  const { monaco, language } = loaded;
  const { t } = useTranslation();
  const client = useEngine();
  const isLocked = useReadOnly() !== undefined;
  const [asked] = useState(() => fileRequestFor(directory));
  useEffect(forgetFileRequest, []);
  const own = useEditSession(monaco, directory, files, asked?.path);
  const session = useMemo(() => (isLocked ? lockedSession(own) : own), [isLocked, own]);
  const view = useMemo(() => createWorkbenchState(localStorage, asked), [asked]);
  const { data: plan } = useQuery(planQuery(client, directory));
  const workbench = useMemo(
    () => ({ monaco, directory, session, view, files, plan }),
    [monaco, directory, session, view, files, plan],
  );
  return (
    <WorkbenchProvider workbench={workbench}>
      <StepPage title={t('edit.title')} layout="fill" actions={<EditActions />} footer={<EditNext />}>
        <LanguageNotice language={language} />
        <Workbench />
      </StepPage>
    </WorkbenchProvider>
  );
}
