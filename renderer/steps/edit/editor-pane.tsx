import { Button } from '@mantine/core';
import { IconFileOff, IconFiles, IconLock } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { commandKey } from '../../app/commands/command-key.ts';
import { EmptyState } from '../../components/empty-state.tsx';
import { ErrorCard } from '../../components/error-card.tsx';
import { Loading } from '../../components/loading.tsx';
import { ShowItem } from '../../components/show-item.tsx';
import { projectUri } from '../../editor/project-uri.ts';
import { FileView } from './file-view.tsx';
import { openQuickOpen } from './quick-open/quick-open.tsx';
import { fileOf } from './session/edit-state.ts';
import { EditorTabs, editorPanelId } from './tabs/editor-tabs.tsx';
import classes from './workbench.module.css';
import { useEditState, useWorkbench } from './workbench-context.tsx';

/** The tabs and what the active one shows: a text, or why there is none. */
export function EditorPane() {
  const active = useEditState((state) => state.active);
  return (
    <section className={classes.pane}>
      <Failure />
      <EditorTabs />
      {active === undefined ? (
        <NothingOpen />
      ) : (
        <div id={editorPanelId} role="tabpanel" aria-label={active} className={classes.panel}>
          <ActiveFile path={active} />
        </div>
      )}
    </section>
  );
}

function ActiveFile({ path }: { path: string }) {
  const { t } = useTranslation();
  const { session, files, directory, monaco } = useWorkbench();
  const file = useEditState((state) => fileOf(state, path));
  const listed = files.find((one) => one.path === path);
  if (listed !== undefined && listed.kind !== 'text') {
    return (
      <EmptyState
        icon={listed.kind === 'secret' ? <IconLock size={28} /> : <IconFileOff size={28} />}
        title={t(`edit.file.${listed.kind}Title`)}
        text={t(`edit.file.${listed.kind}Text`)}
        action={<ShowItem path={`${directory}/${path}`} />}
      />
    );
  }
  if (file?.status === 'failed' && file.error !== undefined) {
    return (
      <div className={classes.padded}>
        <ErrorCard error={file.error} onRetry={() => void session.open(path)} />
      </div>
    );
  }
  const model =
    file?.status === 'ready' ? (monaco.editor.getModel(projectUri(monaco, directory, path)) ?? undefined) : undefined;
  if (file?.disk === undefined || model === undefined) {
    return (
      <div className={classes.padded}>
        <Loading lines={6} />
      </div>
    );
  }
  return <FileView path={path} file={file} disk={file.disk} listed={listed} model={model} />;
}

function NothingOpen() {
  const { t } = useTranslation();
  return (
    <EmptyState
      icon={<IconFiles size={28} />}
      title={t('edit.empty.title')}
      text={t('edit.empty.text')}
      action={
        <Button size="xs" variant="default" onClick={openQuickOpen}>
          {t('edit.empty.quickOpen')} ({commandKey('P')})
        </Button>
      }
    />
  );
}

function Failure() {
  const { t } = useTranslation();
  const { session } = useWorkbench();
  const failure = useEditState((state) => state.failure);
  if (failure === undefined) return null;
  return (
    <div className={classes.padded}>
      <ErrorCard
        error={failure}
        actions={
          <Button size="xs" variant="default" onClick={session.dismissFailure}>
            {t('common.close')}
          </Button>
        }
      />
    </div>
  );
}
