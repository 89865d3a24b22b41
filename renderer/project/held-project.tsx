import { Button } from '@mantine/core';
import { modals } from '@mantine/modals';
import { notifications } from '@mantine/notifications';
import { IconLock } from '@tabler/icons-react';
import { Fragment, type PropsWithChildren, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { HeldBy } from '../../shared/model/project.ts';
import { passFocusOn } from '../app/navigation/focus.ts';
import { formatDate } from '../components/format-date.ts';
import classes from './held-project.module.css';
import { ReadOnlyProvider } from './read-only.tsx';
import { useHold } from './use-hold.ts';

interface HeldProjectProps {
  directory: string;
  heldBy: HeldBy | undefined;
}

/**
 * A project's screen: one to change, or, while another program has the project, one to look at, under a bar that says
 * who has it. When it becomes ours the screen begins anew, with what the other program left.
 */
export function HeldProject({ directory, heldBy, children }: PropsWithChildren<HeldProjectProps>) {
  const { t } = useTranslation();
  const page = useRef<HTMLDivElement>(null);
  const [beginning, setBeginning] = useState(0);
  const open = useHold(directory, heldBy, (wasTakenOver) => {
    if (page.current?.contains(document.activeElement)) passFocusOn();
    setBeginning((count) => count + 1);
    if (!wasTakenOver) notifications.show({ color: 'green', message: t('app.held.yours') });
  });
  return (
    <div ref={page} className={classes.page}>
      {/* There before it says something: what comes into it later is read out. */}
      <div role="status">
        {heldBy === undefined ? null : (
          <HeldBar
            heldBy={heldBy}
            busy={open.isPending}
            onTakeOver={() => open.mutate(true)}
            onRetry={open.isError ? () => open.mutate(false) : undefined}
          />
        )}
      </div>
      <div className={classes.rest}>
        <ReadOnlyProvider reason={heldBy === undefined ? undefined : t('app.held.reason')}>
          <Fragment key={beginning}>{children}</Fragment>
        </ReadOnlyProvider>
      </div>
    </div>
  );
}

interface HeldBarProps {
  heldBy: HeldBy;
  busy: boolean;
  onTakeOver(): void;
  /** It was let go, and could not be opened. */
  onRetry: (() => void) | undefined;
}

/** Who has the project, and what can be done about it. */
export function HeldBar({ heldBy, busy, onTakeOver, onRetry }: HeldBarProps) {
  const { t, i18n } = useTranslation();
  const when = formatDate(heldBy.since, i18n.language, 'moment');
  const takeOver = () =>
    modals.openConfirmModal({
      title: t('app.held.takeOver'),
      children: t('app.held.takeOverText'),
      labels: { confirm: t('app.held.takeOver'), cancel: t('common.cancel') },
      onConfirm: onTakeOver,
    });
  return (
    <div className={classes.bar}>
      <IconLock size={18} aria-hidden />
      <p>
        <strong>{t('app.held.title', { pid: String(heldBy.pid), host: heldBy.host, when })}</strong>{' '}
        {t('app.held.text')}
      </p>
      {onRetry === undefined ? null : (
        <Button size="xs" variant="default" loading={busy} onClick={onRetry}>
          {t('common.retry')}
        </Button>
      )}
      <Button size="xs" variant="subtle" loading={busy} onClick={takeOver}>
        {t('app.held.takeOver')}
      </Button>
    </div>
  );
}
