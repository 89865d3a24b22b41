import { Button, Group, Tabs, Text, Title } from '@mantine/core';
import { startTransition, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Workload } from '../../../shared/model/plan.ts';
import { Said } from '../../i18n/said.tsx';
import { Changing } from '../../project/read-only.tsx';
import { leaveOut } from './edit/change-plan.ts';
import { useGain } from './files/gains.tsx';
import { useGainSize } from './files/use-gain-size.ts';
import { ConfigPanel } from './panels/config-panel.tsx';
import { DataPanel } from './panels/data-panel.tsx';
import { FilesPanel } from './panels/files-panel.tsx';
import { RuntimePanel } from './panels/runtime-panel.tsx';
import { SummaryPanel } from './panels/summary-panel.tsx';
import classes from './plan.module.css';
import { byHand, usePlanEditor } from './plan-context.tsx';

const tabs = ['summary', 'files', 'config', 'runtime', 'data'] as const;
const panels = {
  summary: SummaryPanel,
  files: FilesPanel,
  config: ConfigPanel,
  runtime: RuntimePanel,
  data: DataPanel,
} as const;

/** All that was decided about one workload. */
export function WorkloadDetails({ workload }: { workload: Workload }) {
  const { t } = useTranslation();
  const [shown, setShown] = useState<(typeof tabs)[number]>('summary');
  return (
    <div className={classes.details}>
      <Header workload={workload} />
      <Tabs
        value={shown}
        onChange={(value) => startTransition(() => setShown(tabs.find((tab) => tab === value) ?? 'summary'))}
        keepMounted={false}
        className={classes.tabs}
      >
        <Tabs.List>
          {tabs.map((tab) => (
            <Tabs.Tab key={tab} value={tab}>
              {t(`plan.tabs.${tab}`)}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        {tabs.map((tab) => {
          const Content = panels[tab];
          return (
            <Tabs.Panel key={tab} value={tab} className={classes.panel}>
              {/* The files are looked through with controls of their own. */}
              {tab === 'files' ? (
                <Content workload={workload} />
              ) : (
                <Changing>
                  <Content workload={workload} />
                </Changing>
              )}
            </Tabs.Panel>
          );
        })}
      </Tabs>
    </div>
  );
}

function Header({ workload }: { workload: Workload }) {
  const { t } = useTranslation();
  const editor = usePlanEditor();
  const size = useGainSize(useGain(workload));
  const { name } = workload;
  return (
    <Group justify="space-between" wrap="nowrap" mb="xs">
      <div style={{ minWidth: 0 }}>
        <Title order={2} size="h4">
          {name}
        </Title>
        <Text size="sm" c="dimmed">
          <Said text={workload.title} /> · {workload.stack} ·{' '}
          {size === undefined ? t('plan.gainUnknown') : t('plan.gain', { size })}
        </Text>
      </div>
      <Changing>
        <Button
          size="xs"
          variant="subtle"
          color="red"
          style={{ flexShrink: 0 }}
          aria-label={t('plan.leaveOutLabel', { name })}
          onClick={() => editor.change((plan) => leaveOut(plan, name, byHand), t('plan.changes.leaveOut', { name }))}
        >
          {t('plan.leaveOut')}
        </Button>
      </Changing>
    </Group>
  );
}
