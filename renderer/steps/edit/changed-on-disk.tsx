import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import classes from './workbench.module.css';
import { useView, useWorkbench } from './workbench-context.tsx';

/** A file that changed in the meantime: nothing is saved before the person has chosen. */
export function ChangedOnDisk({ path }: { path: string }) {
  const { t } = useTranslation();
  const { session, view } = useWorkbench();
  const comparing = useView((state) => state.compare === 'disk');
  const choose = (choice: (path: string) => void) => () => {
    view.setState({ compare: 'off' });
    choice(path);
  };
  return (
    <div className={classes.bar} data-kind="warning" role="alert">
      <span className={classes.grow}>{t('edit.changed.title')}</span>
      <Button
        size="compact-xs"
        variant="default"
        onClick={() => view.setState({ compare: comparing ? 'off' : 'disk' })}
      >
        {t(comparing ? 'edit.changed.closeCompare' : 'edit.changed.compare')}
      </Button>
      <Button size="compact-xs" variant="default" onClick={choose(session.keepMine)}>
        {t('edit.changed.mine')}
      </Button>
      <Button size="compact-xs" variant="default" onClick={choose(session.takeNewer)}>
        {t('edit.changed.theirs')}
      </Button>
    </div>
  );
}
