import { Group } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { ServerGreeting } from '../../../shared/model/machine.ts';
import { BusyButton } from '../../components/busy-button.tsx';
import { TestResult } from '../../steps/connect/server/test-result.tsx';
import { LimitedAccess } from '../../steps/inventory/views/limited-access.tsx';
import { Sample } from '../sample.tsx';

const greeting: ServerGreeting = {
  hostname: 'portal',
  os: 'Debian GNU/Linux 12 (bookworm)',
  kernel: 'Linux 6.1.0-28-amd64',
  architecture: 'x86_64',
  user: 'engineer',
  sudo: 'free',
  hostKey: { algorithm: 'ssh-ed25519', fingerprint: 'SHA256:nThbg6kXUpJWGl7E1IGOCspRomTxdCARLviKw6E5SY8' },
};

const rights = ['root', 'free', 'password', 'none'] as const;

/** What the test of a connection found, by what the account may do there. */
export function ConnectSamples() {
  const { t } = useTranslation();
  return (
    <>
      <Sample name="BusyButton">
        <Group>
          <BusyButton>{t('connect.test')}</BusyButton>
          <BusyButton loading>{t('connect.test')}</BusyButton>
        </Group>
      </Sample>
      {rights.map((sudo) => (
        <Sample key={sudo} name={`TestResult, ${sudo}`}>
          <TestResult
            test={{ status: 'done', error: undefined, result: { ...greeting, sudo } }}
            onRetry={() => {}}
            onSudo={() => {}}
          />
        </Sample>
      ))}
      <Sample name="LimitedAccess">
        <LimitedAccess />
      </Sample>
    </>
  );
}
