import { Alert, List, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { formatDate } from '../../components/format-date.ts';
import { Said } from '../../i18n/said.tsx';
import { useProject } from '../../project/project.ts';
import classes from './run.module.css';
import type { RunTab } from './run-tabs.ts';
import { WorkloadPanel } from './workload-panel.tsx';

/** What came of each workload: verdict, image, ports, comparison, layers, repairs. */
export function ResultView({ onTab }: { onTab: (tab: RunTab) => void }) {
  const { t, i18n } = useTranslation();
  const { lastRun } = useProject();
  if (lastRun === undefined) return null;
  const { workloads, warnings = [] } = lastRun.result;
  return (
    <Stack>
      <Text size="sm" c="dimmed">
        {t('run.ranAt', { when: formatDate(lastRun.at, i18n.language, 'moment') })}
      </Text>
      {warnings.length === 0 ? null : (
        <Alert color="amber" title={t('run.warnings')}>
          <List size="sm">
            {warnings.map((warning) => (
              <List.Item key={warning}>
                <Said text={warning} />
              </List.Item>
            ))}
          </List>
        </Alert>
      )}
      <div className={classes.workloads}>
        {workloads.map((workload) => (
          <WorkloadPanel key={workload.name} workload={workload} onTab={onTab} />
        ))}
      </div>
    </Stack>
  );
}
