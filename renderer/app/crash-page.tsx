import { Button, Code } from '@mantine/core';
import { IconReload, IconZoomExclamation } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { CopyButton } from '../components/copy-button.tsx';
import { EmptyState } from '../components/empty-state.tsx';
import { reloadPage } from '../shell/reload-page.ts';

/** A fault of ours: what is safe, and how to go on. */
export function CrashPage({ error }: { error: unknown }) {
  const { t } = useTranslation();
  const words = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return (
    <div role="alert">
      <EmptyState
        icon={<IconZoomExclamation size={26} />}
        title={t('app.crash.title')}
        text={t('app.crash.text')}
        action={
          <Button leftSection={<IconReload size={16} />} onClick={reloadPage}>
            {t('app.crash.reload')}
          </Button>
        }
      />
      <details style={{ maxWidth: 720, margin: '0 auto' }}>
        <summary>{t('app.crash.details')}</summary>
        <Code block mt="xs">
          {words}
        </Code>
        <CopyButton value={words} />
      </details>
    </div>
  );
}
