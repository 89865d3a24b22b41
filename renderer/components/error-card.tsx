import { Button, Code } from '@mantine/core';
import { IconAlertTriangle, IconRefresh } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ErrorData } from '../../shared/errors.ts';
import { useSay } from '../i18n/said.tsx';
import { CopyButton } from './copy-button.tsx';
import classes from './error-card.module.css';

interface ErrorCardProps {
  error: ErrorData;
  onRetry?: () => void;
  /** More ways out, beside trying again. */
  actions?: ReactNode;
}

/** What went wrong and what to do, by its code; what the engine said of this very case under it. */
export function ErrorCard({ error, onRetry, actions }: ErrorCardProps) {
  const { t } = useTranslation();
  const say = useSay();
  const said = (error.hint === undefined ? [error.message] : [error.message, error.hint]).map(say).join('\n');
  return (
    <div role="alert" className={classes.card} data-kind={error.code === 'cancelled' ? 'note' : 'error'}>
      <IconAlertTriangle className={classes.icon} aria-hidden size={20} />
      <div className={classes.text}>
        <p className={classes.title}>{t(`errors.${error.code}.title`)}</p>
        <p className={classes.advice}>{t(`errors.${error.code}.advice`)}</p>
        {error.code === 'cancelled' ? null : (
          <div className={classes.said}>
            <Code block className={classes.words}>
              {said}
            </Code>
            <CopyButton value={`${error.code}: ${said}`} />
          </div>
        )}
        {onRetry === undefined && actions === undefined ? null : (
          <div className={classes.actions}>
            {onRetry === undefined ? null : (
              <Button size="xs" variant="default" leftSection={<IconRefresh size={14} />} onClick={onRetry}>
                {t('common.retry')}
              </Button>
            )}
            {actions}
          </div>
        )}
      </div>
    </div>
  );
}
