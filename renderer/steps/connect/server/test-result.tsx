import { Button } from '@mantine/core';
import { IconCircleCheck, IconInfoCircle } from '@tabler/icons-react';
import { Trans, useTranslation } from 'react-i18next';
import type { ServerGreeting } from '../../../../shared/model/machine.ts';
import { CopyButton } from '../../../components/copy-button.tsx';
import { ErrorCard } from '../../../components/error-card.tsx';
import type { JobHandle } from '../../../jobs/use-job.ts';
import classes from '../connect.module.css';

interface TestResultProps {
  test: JobHandle<ServerGreeting>;
  /** Switches sudo on; undefined where it is on. */
  onSudo: (() => void) | undefined;
}

/** What the test of the connection found, and what could be better. */
export function TestResult({ test, onSudo }: TestResultProps) {
  const { t } = useTranslation();
  if (test.error !== undefined) return <ErrorCard error={test.error} onRetry={test.retry} />;
  if (test.result === undefined) return null;
  const { hostname, os, kernel, architecture, user, hostKey } = test.result;
  return (
    <section className={classes.found} aria-live="polite" aria-label={t('connect.found', { hostname })}>
      <header className={classes.foundHead}>
        <IconCircleCheck size={20} aria-hidden />
        {t('connect.found', { hostname })}
      </header>
      <dl className={classes.facts}>
        <dt>{t('connect.os')}</dt>
        <dd>{os}</dd>
        <dt>{t('connect.kernel')}</dt>
        <dd>
          {kernel} · {architecture}
        </dd>
        <dt>{t('connect.account')}</dt>
        <dd>
          {user} · {t(`connect.rights.${test.result.sudo}`)}
        </dd>
        {hostKey === undefined ? null : (
          <>
            <dt>{t('connect.hostKey')}</dt>
            <dd className={classes.fingerprint}>
              <code>{hostKey.fingerprint}</code> ({hostKey.algorithm}) <CopyButton value={hostKey.fingerprint} />
            </dd>
          </>
        )}
      </dl>
      <RightsAdvice greeting={test.result} onSudo={onSudo} />
    </section>
  );
}

function RightsAdvice({
  greeting: { sudo, user },
  onSudo,
}: { greeting: ServerGreeting } & Pick<TestResultProps, 'onSudo'>) {
  const { t } = useTranslation();
  if (sudo === 'root' || (sudo !== 'none' && onSudo === undefined)) return null;
  return (
    <div className={classes.advice}>
      <IconInfoCircle size={18} aria-hidden />
      {sudo === 'none' ? (
        <p>
          <Trans i18nKey="connect.allowSudo" values={{ user }} components={{ code: <code /> }} />
        </p>
      ) : (
        <>
          <p>{t('connect.useSudo')}</p>
          <Button size="xs" variant="default" onClick={onSudo}>
            {t('connect.useSudoNow')}
          </Button>
        </>
      )}
    </div>
  );
}
