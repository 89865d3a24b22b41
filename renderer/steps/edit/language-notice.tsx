import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Language } from '../../../shared/model/shell.ts';
import { useRunningJobs } from '../../jobs/jobs-context.tsx';
import { reloadPage } from '../../shell/reload-page.ts';
import classes from './workbench.module.css';
import { useWorkbench } from './workbench-context.tsx';

/**
 * Monaco reads its own texts once, while its modules are loaded: after a change of the language they need a new page.
 * Nothing unsaved is lost by it; what runs would be, and is waited for.
 */
export function LanguageNotice({ language }: { language: Language }) {
  const { t, i18n } = useTranslation();
  const { session } = useWorkbench();
  const busy = useRunningJobs().length > 0;
  if (i18n.language === language) return null;
  const reload = () => void session.keepDrafts().then(reloadPage);
  return (
    <div className={classes.bar} role="status">
      <span className={classes.grow}>
        {t('edit.language.text')} {t(busy ? 'edit.language.busy' : 'edit.language.kept')}
      </span>
      <Button size="compact-xs" variant="default" disabled={busy} onClick={reload}>
        {t('edit.language.reload')}
      </Button>
    </div>
  );
}
