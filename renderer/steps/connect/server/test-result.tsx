import { Button } from '@mantine/core';
import { IconCircleCheck, IconInfoCircle } from '@tabler/icons-react';
import { Trans, useTranslation } from 'react-i18next';
import type { ServerGreeting } from '../../../../shared/model/machine.ts';
import { CopyButton } from '../../../components/copy-button.tsx';
import { ErrorCard } from '../../../components/error-card.tsx';
import { useReveal } from '../../../components/use-reveal.ts';
import type { JobHandle } from '../../../jobs/use-job.ts';
import classes from '../connect.module.css';

interface TestResultProps {
  test: Pick<JobHandle<ServerGreeting>, 'status' | 'error' | 'result'>;
  onRetry(): void;
  /** Tests again with sudo; undefined where it is on. */
  onSudo: (() => void) | undefined;
}

/** What the test of the connection found, and what could be better. */
export function TestResult({ test: { status, error, result }, onRetry, onSudo }: TestResultProps) {
  const shown = useReveal<HTMLDivElement>(status === 'running');
  if (error === undefined && result === undefined) return null;
  return (
    <div ref={shown} className={classes.answer}>
      {error === undefined ? null : <ErrorCard error={error} onRetry={onRetry} />}
      {result === undefined ? null : <Found greeting={result} onSudo={onSudo} />}
    </div>
  );
}

interface FoundProps extends Pick<TestResultProps, 'onSudo'> {
  greeting: ServerGreeting;
}

function Found({ greeting, onSudo }: FoundProps) {
  const { t } = useTranslation();
  const { hostname, os, kernel, architecture, user, hostKey } = greeting;
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
          {user} · {t(`connect.rights.${greeting.sudo}`)}
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
      <RightsAdvice greeting={greeting} onSudo={onSudo} />
    </section>
  );
}

function RightsAdvice({ greeting: { sudo, user }, onSudo }: FoundProps) {
  const { t } = useTranslation();
  const isOutOfReach = sudo === 'none' || sudo === 'terminal';
  if (sudo === 'root' || (!isOutOfReach && onSudo === undefined)) return null;
  return (
    <div className={classes.advice}>
      <IconInfoCircle size={18} aria-hidden />
      {isOutOfReach ? (
        <p>
          <Trans
            i18nKey={sudo === 'none' ? 'connect.allowSudo' : 'connect.freeSudo'}
            values={{ user }}
            components={{ code: <code /> }}
          />
        </p>
      ) : (
        <>
          <p>{sudo === 'free' ? t('connect.useSudo') : t('connect.trySudo')}</p>
          <Button size="xs" variant="default" onClick={onSudo}>
            {t('connect.useSudoNow')}
          </Button>
        </>
      )}
    </div>
  );
}
