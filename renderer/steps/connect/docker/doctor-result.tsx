import { Button, Collapse } from '@mantine/core';
import { IconAlertTriangle, IconCircleCheck, IconCircleX, IconInfoCircle } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DoctorCheck, DoctorReport } from '../../../../shared/model/doctor.ts';
import { Said, useSay } from '../../../i18n/said.tsx';
import classes from '../connect.module.css';
import { sortChecks } from './sort-checks.ts';

const icons = { ok: IconCircleCheck, note: IconInfoCircle, warning: IconAlertTriangle, error: IconCircleX };

/** What was found out about the Docker host: what needs care first, what is well on request. */
export function DoctorResult({ report }: { report: DoctorReport }) {
  const { t } = useTranslation();
  const [showAll, setShowAll] = useState(false);
  const { attention, fine, verdict } = sortChecks(report.checks);
  return (
    <section
      className={classes.found}
      data-level={verdict}
      aria-live="polite"
      aria-label={t(`connect.docker.verdict.${verdict}`)}
    >
      <header className={classes.foundHead}>
        <CheckIcon level={verdict === 'ready' ? 'ok' : verdict} />
        {t(`connect.docker.verdict.${verdict}`)}
      </header>
      <CheckList checks={attention} />
      {fine.length === 0 ? null : (
        <>
          <Button size="compact-xs" variant="subtle" aria-expanded={showAll} onClick={() => setShowAll(!showAll)}>
            {showAll ? t('connect.docker.hideFine') : t('connect.docker.showFine', { count: fine.length })}
          </Button>
          <Collapse expanded={showAll}>
            <CheckList checks={fine} />
          </Collapse>
        </>
      )}
    </section>
  );
}

function CheckList({ checks }: { checks: readonly DoctorCheck[] }) {
  const { t, i18n } = useTranslation();
  const say = useSay();
  return (
    <ul className={classes.checks}>
      {checks.map(({ id, title, level, found, advice }) => (
        <li key={id} className={classes.check} data-level={level}>
          <span role="img" aria-label={t(`connect.docker.level.${level}`)}>
            <CheckIcon level={level} />
          </span>
          <div>
            <div>
              {/* The engine's checks are many and grow; one without words in this language keeps the engine's. */}
              <strong>
                {i18n.exists(`connect.check.${id}`) ? t(`connect.check.${id}` as 'connect.check.kernel') : say(title)}
              </strong>{' '}
              <span className={classes.seen}>
                <Said text={found} />
              </span>
            </div>
            {advice === '' ? null : (
              <p>
                <Said text={advice} />
              </p>
            )}
          </div>
        </li>
      ))}
    </ul>
  );
}

function CheckIcon({ level }: { level: DoctorCheck['level'] }) {
  const Icon = icons[level];
  return <Icon size={18} aria-hidden />;
}
