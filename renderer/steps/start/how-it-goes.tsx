import { IconEyeCheck, IconFileCode, IconPackageExport, IconShieldCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import classes from './start.module.css';

const promises = [
  { key: 'read', Icon: IconEyeCheck },
  { key: 'write', Icon: IconFileCode },
  { key: 'prove', Icon: IconShieldCheck },
  { key: 'export', Icon: IconPackageExport },
] as const;

/** What will happen, for someone who is here for the first time. */
export function HowItGoes() {
  const { t } = useTranslation();
  return (
    <section className={classes.how} aria-labelledby="how-it-goes">
      <h2 id="how-it-goes" className={classes.howTitle}>
        {t('start.how.title')}
      </h2>
      <ol className={classes.howList}>
        {promises.map(({ key, Icon }) => (
          <li key={key} className={classes.howItem}>
            <Icon size={20} aria-hidden className={classes.howIcon} />
            <div>
              <strong>{t(`start.how.${key}`)}</strong>
              <p>{t(`start.how.${key}Text`)}</p>
            </div>
          </li>
        ))}
      </ol>
    </section>
  );
}
