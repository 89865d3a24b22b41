import { Anchor, Code, Group, List, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { WorkloadResult } from '../../../shared/model/result.ts';
import { CopyButton } from '../../components/copy-button.tsx';
import { formatBytes } from '../../components/format-bytes.ts';
import { Panel } from '../../components/panel.tsx';
import { VerdictBadge } from '../../components/verdict-badge.tsx';
import { useEngine } from '../../engine/engine-provider.tsx';
import { Said } from '../../i18n/said.tsx';
import { useProject } from '../../project/project.ts';
import { FailureActions } from './failure-actions.tsx';
import { Layers } from './layers.tsx';
import { ComparisonSummary } from './parity/comparison-summary.tsx';
import { parityQuery } from './parity/parity-query.ts';
import { speaksHttp } from './parity/speaks-http.ts';
import { Repairs } from './repairs.tsx';
import classes from './run.module.css';
import type { RunTab } from './run-tabs.ts';
import { Section } from './section.tsx';

interface WorkloadPanelProps {
  workload: WorkloadResult;
  onTab: (tab: RunTab) => void;
}

/** A workload as the run left it; where it failed, with the ways on from there. */
export function WorkloadPanel({ workload, onTab }: WorkloadPanelProps) {
  const { t } = useTranslation();
  const { name, stack, verdict, reasons, image, repairs } = workload;
  return (
    <Panel title={name} description={stack} actions={<VerdictBadge verdict={verdict} />}>
      <div className={classes.sections}>
        {reasons.length === 0 ? null : (
          <List size="sm" aria-label={t('run.reasons')}>
            {reasons.map((reason) => (
              <List.Item key={reason}>
                <Said text={reason} />
              </List.Item>
            ))}
          </List>
        )}
        {verdict === 'failed' ? <FailureActions workload={workload} onTab={onTab} /> : null}
        <Repairs workload={name} repairs={repairs} />
        <div className={classes.facts}>
          {image === undefined ? null : <ImageFacts image={image} workload={workload} />}
          <ComparisonSummary workload={name} onOpen={() => onTab('parity')} />
          {image === undefined ? null : (
            <Section title={t('run.layers')}>
              <Layers image={image} />
            </Section>
          )}
        </div>
      </div>
    </Panel>
  );
}

function ImageFacts({ image, workload }: { image: string; workload: WorkloadResult }) {
  const { t, i18n } = useTranslation();
  const { name, sizeBytes, baseBytes, ports } = workload;
  const client = useEngine();
  const { directory } = useProject();
  const parity = useQuery(parityQuery(client, directory)).data;
  const checks = parity?.workloads.find((one) => one.workload === name)?.checks ?? [];
  const bytes = (value: number) => formatBytes(value, i18n.language);
  return (
    <Section title={t('run.image')}>
      <Group gap={4} wrap="nowrap">
        <Code className={classes.imageName}>{image}</Code>
        <CopyButton value={image} label={t('run.copyImage')} />
      </Group>
      {sizeBytes === undefined ? null : (
        <Text size="sm" c="dimmed">
          {baseBytes === undefined
            ? bytes(sizeBytes)
            : t('run.size', { size: bytes(sizeBytes), gain: bytes(sizeBytes - baseBytes) })}
        </Text>
      )}
      {ports.map(({ container, protocol, host }) =>
        host === undefined ? null : (
          <Port
            key={`${container}/${protocol}`}
            container={container}
            host={host}
            protocol={protocol}
            isPage={protocol === 'tcp' && speaksHttp(checks, container)}
          />
        ),
      )}
    </Section>
  );
}

/** On a Docker host of this machine the address opens in the browser; elsewhere it is that machine's loopback. */
function Port(props: { container: number; host: number; protocol: string; isPage: boolean }) {
  const { container, host, protocol, isPage } = props;
  const { t } = useTranslation();
  const { docker } = useProject();
  const address = `127.0.0.1:${host}`;
  const isHere = docker?.host === undefined || docker.host.startsWith('unix:');
  return (
    <Text size="sm">
      {t('run.port', { container: `${container}/${protocol}`, host: address })}{' '}
      {isHere && isPage ? (
        <Anchor size="sm" href={`http://${address}/`} target="_blank" rel="noreferrer">
          {t('run.openPort', { address: `http://${address}/` })}
        </Anchor>
      ) : null}
    </Text>
  );
}
