import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Changing } from '../../project/read-only.tsx';
import { useCloseTab } from './tabs/editor-tabs.tsx';
import classes from './workbench.module.css';
import { useWorkbench } from './workbench-context.tsx';

/** A file that was removed on disk, with changes that are nowhere else. */
export function GoneFromDisk({ path }: { path: string }) {
  const { t } = useTranslation();
  const { session } = useWorkbench();
  const close = useCloseTab();
  return (
    <div className={classes.bar} data-kind="warning" role="alert">
      <span className={classes.grow}>{t('edit.gone.title')}</span>
      <Changing>
        <Button size="compact-xs" variant="default" onClick={() => void session.save(path)}>
          {t('edit.gone.putBack')}
        </Button>
      </Changing>
      <Button size="compact-xs" variant="default" onClick={() => close(path)}>
        {t('edit.gone.close')}
      </Button>
    </div>
  );
}
