import { Button } from '@mantine/core';
import { IconEyeOff } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useNavigation } from '../../../app/navigation/navigation.ts';
import classes from './views.module.css';

/** Said once, above everything: what an ordinary account could not see is in no table. */
export function LimitedAccess() {
  const { t } = useTranslation();
  const goTo = useNavigation((navigation) => navigation.goTo);
  return (
    <section className={classes.limited} aria-label={t('inventory.limited.title')}>
      <IconEyeOff size={18} aria-hidden />
      <p>
        <strong>{t('inventory.limited.title')}</strong> {t('inventory.limited.text')}
      </p>
      <Button size="xs" variant="default" onClick={() => goTo('connect')}>
        {t('inventory.limited.toConnect')}
      </Button>
    </section>
  );
}
