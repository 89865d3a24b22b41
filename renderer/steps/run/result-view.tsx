import { Anchor, Button, Code, Group, List, Stack, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useTranslation } from 'react-i18next';
import type { WorkloadResult } from '../../../shared/model/result.ts';
import { CopyButton } from '../../components/copy-button.tsx';
import { formatBytes } from '../../components/format-bytes.ts';
import { formatDate } from '../../components/format-date.ts';
import { Panel } from '../../components/panel.tsx';
import { VerdictBadge } from '../../components/verdict-badge.tsx';
import { Said } from '../../i18n/said.tsx';
import { useProject } from '../../project/project.ts';
import { Layers } from './layers.tsx';
import { Repairs } from './repairs.tsx';

/** What came of each workload: verdict, image, ports, repairs. */
export function ResultView() {
  const { t, i18n } = useTranslation();
  const { lastRun } = useProject();
  if (lastRun === undefined) return null;
  return (
    <Stack>
      <Text size="sm" c="dimmed">
        {t('run.ranAt', { when: formatDate(lastRun.at, i18n.language, 'moment') })}
      </Text>
      {lastRun.result.workloads.map((workload) => (
        <WorkloadPanel key={workload.name} workload={workload} />
      ))}
    </Stack>
  );
}

function WorkloadPanel({ workload }: { workload: WorkloadResult }) {
  const { t } = useTranslation();
  return (
    <Panel title={workload.name} description={workload.stack} actions={<VerdictBadge verdict={workload.verdict} />}>
      <Stack gap="sm">
        {workload.reasons.length === 0 ? null : (
          <List size="sm" aria-label={t('run.reasons')}>
            {workload.reasons.map((reason) => (
              <List.Item key={reason}>
                <Said text={reason} />
              </List.Item>
            ))}
          </List>
        )}
        {workload.image === undefined ? null : <Image image={workload.image} workload={workload} />}
        {workload.ports.map((port) =>
          port.host === undefined ? null : (
            <Port
              key={`${port.container}/${port.protocol}`}
              container={port.container}
              host={port.host}
              protocol={port.protocol}
            />
          ),
        )}
        <Repairs workload={workload.name} repairs={workload.repairs} />
      </Stack>
    </Panel>
  );
}

function Image({ image, workload }: { image: string; workload: WorkloadResult }) {
  const { t, i18n } = useTranslation();
  const [opened, layers] = useDisclosure(false);
  const { sizeBytes, baseBytes } = workload;
  const bytes = (value: number) => formatBytes(value, i18n.language);
  return (
    <>
      <Group gap="xs">
        <Text size="sm">{t('run.image')}</Text>
        <Code>{image}</Code>
        <CopyButton value={image} label={t('run.copyImage')} />
        {sizeBytes === undefined ? null : (
          <Text size="sm" c="dimmed">
            {baseBytes === undefined
              ? t('run.sizeOnly', { size: bytes(sizeBytes) })
              : t('run.size', { size: bytes(sizeBytes), gain: bytes(sizeBytes - baseBytes) })}
          </Text>
        )}
        <Button size="compact-xs" variant="subtle" aria-expanded={opened} onClick={layers.toggle}>
          {t('run.layers')}
        </Button>
      </Group>
      {opened ? <Layers image={image} /> : null}
    </>
  );
}

/** On a Docker host of this machine the address opens in the browser; elsewhere it is that machine's loopback. */
function Port({ container, host, protocol }: { container: number; host: number; protocol: string }) {
  const { t } = useTranslation();
  const { docker } = useProject();
  const address = `127.0.0.1:${host}`;
  const isHere = docker?.host === undefined || docker.host.startsWith('unix:');
  return (
    <Text size="sm">
      {t('run.port', { container: `${container}/${protocol}`, host: address })}{' '}
      {isHere && protocol === 'tcp' ? (
        <Anchor size="sm" href={`http://${address}/`} target="_blank" rel="noreferrer">
          {t('run.openPort', { address: `http://${address}/` })}
        </Anchor>
      ) : null}
    </Text>
  );
}
