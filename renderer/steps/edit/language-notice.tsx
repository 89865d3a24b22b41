import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Language } from '../../i18n/i18n.ts';
import classes from './workbench.module.css';

/** Monaco reads its own texts once: after a change of the language they need a new page. Nothing unsaved is lost by it. */
export function LanguageNotice({ language }: { language: Language }) {
  const { t, i18n } = useTranslation();
  if (i18n.language === language) return null;
  return (
    <div className={classes.bar} role="status">
      <span className={classes.grow}>{t('edit.language.text')}</span>
      <Button size="compact-xs" variant="default" onClick={() => location.reload()}>
        {t('edit.language.reload')}
      </Button>
    </div>
  );
}
