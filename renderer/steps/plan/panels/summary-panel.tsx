import { Code, List, Select, Stack, Text, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Workload } from '../../../../shared/model/plan.ts';
import { Panel } from '../../../components/panel.tsx';
import { Said, useSay } from '../../../i18n/said.tsx';
import classes from '../plan.module.css';
import { byHand, useChangeWorkload } from '../plan-context.tsx';
import { DraftInput } from './draft-input.tsx';

const strategies = ['minimal', 'packages', 'scratch'] as const;

/** Why the workload is graded so, and how its image is made. */
export function SummaryPanel({ workload }: { workload: Workload }) {
  const { t } = useTranslation();
  const say = useSay();
  return (
    <div className={classes.cards}>
      <Panel title={t('plan.summary.fit')}>
        <Lines lines={workload.fit.reasons} />
      </Panel>
      <ImagePanel workload={workload} />
      <NeedsPanel needs={workload.needs} />
      <LinesPanel title={t('plan.summary.notes')} lines={workload.notes} />
      <LinesPanel
        title={t('plan.summary.repairs')}
        lines={workload.repairs.map(({ symptom, change }) => `${say(symptom)} → ${say(change)}`)}
      />
      <LinesPanel title={t('plan.summary.evidence')} lines={workload.evidence} />
    </div>
  );
}

function ImagePanel({ workload }: { workload: Workload }) {
  const { t } = useTranslation();
  const change = useChangeWorkload(workload.name);
  const { name, strategy, base } = workload;
  return (
    <Panel title={t('plan.summary.image')}>
      <Stack gap="sm" maw={560}>
        <Select
          label={t('plan.summary.strategy')}
          data={strategies.map((value) => ({ value, label: t(`plan.summary.strategies.${value}`) }))}
          value={strategy}
          allowDeselect={false}
          onChange={(value) => {
            const chosen = strategies.find((one) => one === value);
            if (chosen !== undefined) {
              change((one) => ({ ...one, strategy: chosen }), t('plan.changes.strategy', { name }));
            }
          }}
        />
        {strategy === 'scratch' ? (
          <TextInput
            label={t('plan.summary.base')}
            value="scratch"
            disabled
            description={t('plan.summary.baseScratch')}
          />
        ) : (
          <DraftInput
            label={t('plan.summary.base')}
            description={<Said text={base.reason} />}
            value={base.image}
            isValid={(image) => /^\S+$/.test(image)}
            onCommit={(image) =>
              change((one) => ({ ...one, base: { image, reason: byHand } }), t('plan.changes.base', { name }))
            }
          />
        )}
      </Stack>
    </Panel>
  );
}

function NeedsPanel({ needs }: { needs: Workload['needs'] }) {
  const { t } = useTranslation();
  const rows = [
    { title: t('plan.summary.capabilities'), items: needs.capabilities },
    { title: t('plan.summary.devices'), items: needs.devices },
    {
      title: t('plan.summary.sysctls'),
      items: Object.entries(needs.sysctls).map(([name, value]) => `${name}=${value}`),
    },
    { title: t('plan.summary.modules'), items: needs.kernelModules },
  ].filter(({ items }) => items.length > 0);
  return (
    <Panel title={t('plan.summary.needs')}>
      {rows.length === 0 ? <Text size="sm">{t('plan.summary.nothing')}</Text> : null}
      {rows.map(({ title, items }) => (
        <Text key={title} size="sm">
          {title}: <Code>{items.join(' ')}</Code>
        </Text>
      ))}
    </Panel>
  );
}

function LinesPanel({ title, lines }: { title: string; lines: readonly string[] }) {
  if (lines.length === 0) return null;
  return (
    <Panel title={title}>
      <Lines lines={lines} />
    </Panel>
  );
}

function Lines({ lines }: { lines: readonly string[] }) {
  return (
    <List size="sm" spacing={4}>
      {[...new Set(lines)].map((line) => (
        <List.Item key={line}>
          <Said text={line} />
        </List.Item>
      ))}
    </List>
  );
}
